import { ACTIVATION_ROUTES } from './activations.ts';
import { AUDIT_ROUTES } from './audit.ts';
import { BULK_ROUTES } from './bulk.ts';
import { CONTRACT_ISSUING_ROUTES } from './contractIssuing.ts';
import { CONTRACT_ROUTES } from './contracts.ts';
import { CUSTOMER_ROUTES } from './customers.ts';
import { GENERATING_ROUTES } from './generating.ts';
import { GENERATOR_ROUTES } from './generators.ts';
import { JOB_ROUTES } from './jobs.ts';
import { LICENSE_COMMAND_ROUTES } from './licenseCommands.ts';
import { LICENSE_ROUTES } from './licenses.ts';
import { PRODUCT_ROUTES } from './products.ts';
import type { ManageRoute } from './route.ts';
import { SETTINGS_ROUTES } from './settings.ts';

/** Everything that a program can do, noun by noun. Addresses of fixed names come before those with an id in place of them. */
export const MANAGE_ROUTES: readonly ManageRoute[] = [
  ...BULK_ROUTES,
  ...LICENSE_ROUTES,
  ...LICENSE_COMMAND_ROUTES,
  ...ACTIVATION_ROUTES,
  ...PRODUCT_ROUTES,
  ...GENERATOR_ROUTES,
  ...GENERATING_ROUTES,
  ...CUSTOMER_ROUTES,
  ...CONTRACT_ROUTES,
  ...CONTRACT_ISSUING_ROUTES,
  ...JOB_ROUTES,
  ...AUDIT_ROUTES,
  ...SETTINGS_ROUTES,
];
