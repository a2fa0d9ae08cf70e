import { ABUSE_ROUTES } from './abuseCases.ts';
import { ACTIVATION_ROUTES } from './activations.ts';
import { AUDIT_ROUTES } from './audit.ts';
import { BULK_ROUTES } from './bulk.ts';
import { CONTRACT_ISSUING_ROUTES } from './contractIssuing.ts';
import { CONTRACT_ROUTES } from './contracts.ts';
import { CUSTOMER_ROUTES } from './customers.ts';
import { DELIVERY_ROUTES } from './deliveries.ts';
import { DOWNLOAD_ROUTES } from './downloads.ts';
import { DOWNLOAD_UPLOAD_ROUTES } from './downloadUploads.ts';
import { FIGURE_ROUTES } from './figures.ts';
import { GENERATING_ROUTES } from './generating.ts';
import { GENERATOR_ROUTES } from './generators.ts';
import { IMPORT_ROUTES } from './imports.ts';
import { JOB_ROUTES } from './jobs.ts';
import { LICENSE_COMMAND_ROUTES } from './licenseCommands.ts';
import { LICENSE_ROUTES } from './licenses.ts';
import { MAIL_ROUTES } from './mails.ts';
import { OFFLINE_FILE_ROUTES } from './offlineFiles.ts';
import { PRODUCT_ROUTES } from './products.ts';
import type { ManageRoute } from './route.ts';
import { SETTINGS_ROUTES } from './settings.ts';
import { WEBHOOK_ROUTES } from './webhooks.ts';

/** Everything that a program can do, noun by noun. Addresses of fixed names come before those with an id in place of them. */
export const MANAGE_ROUTES: readonly ManageRoute[] = [
  ...FIGURE_ROUTES,
  ...BULK_ROUTES,
  ...LICENSE_ROUTES,
  ...LICENSE_COMMAND_ROUTES,
  ...OFFLINE_FILE_ROUTES,
  ...ACTIVATION_ROUTES,
  ...PRODUCT_ROUTES,
  ...GENERATOR_ROUTES,
  ...GENERATING_ROUTES,
  ...CUSTOMER_ROUTES,
  ...CONTRACT_ROUTES,
  ...CONTRACT_ISSUING_ROUTES,
  ...DOWNLOAD_ROUTES,
  ...DOWNLOAD_UPLOAD_ROUTES,
  ...JOB_ROUTES,
  ...IMPORT_ROUTES,
  ...WEBHOOK_ROUTES,
  ...DELIVERY_ROUTES,
  ...ABUSE_ROUTES,
  ...MAIL_ROUTES,
  ...AUDIT_ROUTES,
  ...SETTINGS_ROUTES,
];
