import * as z from 'zod';
import { AUDIT_ACTIONS } from '../../audit/event.ts';
import { ENVIRONMENTS } from '../../environment.ts';
import { JOB_STATUSES } from '../../job/job.ts';
import { JOB_KINDS } from '../../job/work.ts';
import { SECTION_NAMES } from '../../settings/titles.ts';
import { recordId } from '../console/fields.ts';
import { SaveSettingsRequest } from '../console/saveSettings.ts';
import { id, isoTime, paging } from './common.ts';

const json = z.record(z.string(), z.unknown());

export const ManagedJob = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  kind: z.enum(JOB_KINDS),
  status: z.enum(JOB_STATUSES),
  progress: z.strictObject({ total: z.int().nullable(), done: z.int(), refused: z.int() }),
  createdAt: isoTime,
  startedAt: isoTime.nullable(),
  updatedAt: isoTime,
  finishedAt: isoTime.nullable(),
  cancelAsked: z.boolean(),
  problem: z.string().nullable(),
});
export type ManagedJob = z.infer<typeof ManagedJob>;
export const ListJobs = z.strictObject({ ...paging, status: z.enum(JOB_STATUSES).optional() });

export const JobRowView = z.strictObject({
  line: z.int().nullable(),
  licenseId: id.nullable(),
  keyHint: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
export const ListRows = z.strictObject({ cursor: paging.cursor });

export const ManagedEvent = z.strictObject({
  id,
  at: isoTime,
  action: z.enum(AUDIT_ACTIONS),
  actor: z.looseObject({ kind: z.string() }),
  licenseId: id.nullable(),
  activationId: id.nullable(),
  keyHint: z.string().nullable(),
  productId: id.nullable(),
  customerId: id.nullable(),
  about: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  changes: json,
  requestId: z.string(),
});
export type ManagedEvent = z.infer<typeof ManagedEvent>;
export const ListEvents = z.strictObject({
  ...paging,
  action: z.enum(AUDIT_ACTIONS).optional(),
  licenseId: recordId.optional(),
  customerId: recordId.optional(),
  /** "product/acme-editor": a record that is no license. */
  about: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*\/[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/, {
      error: 'is not like product/acme-editor',
    })
    .optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});

export const ManagedSection = z.strictObject({
  section: z.enum(SECTION_NAMES),
  values: json,
  revision: z.int(),
  updatedAt: isoTime.nullable(),
  updatedBy: z.string().nullable(),
});
export const ListSections = z.strictObject({});
export const SaveSection = SaveSettingsRequest.pick({ values: true, password: true });
