import { ManagedCase } from '@latchkey/domain/wire/manage/abuse';
import { ManagedActivation } from '@latchkey/domain/wire/manage/activations';
import { ManageProblem } from '@latchkey/domain/wire/manage/common';
import { ManagedContract } from '@latchkey/domain/wire/manage/contracts';
import { ManagedCustomer } from '@latchkey/domain/wire/manage/customers';
import { ManagedDownload } from '@latchkey/domain/wire/manage/downloads';
import { ManagedGenerator } from '@latchkey/domain/wire/manage/generators';
import { LicenseRow, ManagedLicense } from '@latchkey/domain/wire/manage/licenses';
import { ManagedMail } from '@latchkey/domain/wire/manage/mails';
import { JobRowView, ManagedEvent, ManagedJob, ManagedSection } from '@latchkey/domain/wire/manage/others';
import { ManagedProduct } from '@latchkey/domain/wire/manage/products';
import { DeliveryRow, ManagedDelivery, ManagedWebhook } from '@latchkey/domain/wire/manage/webhooks';
import type * as z from 'zod';

/** The records of the API by the names that the document gives them. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  License: ManagedLicense,
  LicenseRow,
  Activation: ManagedActivation,
  Product: ManagedProduct,
  Generator: ManagedGenerator,
  Customer: ManagedCustomer,
  Contract: ManagedContract,
  Download: ManagedDownload,
  Webhook: ManagedWebhook,
  Delivery: ManagedDelivery,
  DeliveryRow,
  AbuseCase: ManagedCase,
  Mail: ManagedMail,
  Job: ManagedJob,
  JobRow: JobRowView,
  AuditEvent: ManagedEvent,
  SettingsSection: ManagedSection,
  Problem: ManageProblem,
};
