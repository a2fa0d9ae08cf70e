import type { Environment } from '@latchkey/domain/environment';
import { checkFuture } from '@latchkey/domain/license/edit';
import { IssueLicenseRequest } from '@latchkey/domain/wire/console/issueLicense';
import { checkCustomer } from '../../customers/customerForm.ts';
import { checkExpiryChoice, type ExpiryChoice } from './expiryChoice.ts';
import { checkJsonText } from '../../ui/jsonText.ts';
import { checkLimitChoice, type LimitChoice } from '../../ui/limitText.ts';

/** The form of Create License, as typed. */
export interface IssueForm {
  productId: string | null;
  generatorId: string | null;
  customer: { email: string; name: string };
  limit: LimitChoice;
  expiry: ExpiryChoice;
  features: string;
  metadata: string;
}

export function emptyIssueForm(): IssueForm {
  return {
    productId: null,
    generatorId: null,
    customer: { email: '', name: '' },
    limit: { unlimited: false, text: '' },
    expiry: { kind: 'default', day: '' },
    features: '',
    metadata: '',
  };
}

export type IssueField =
  'productId' | 'generatorId' | 'email' | 'name' | 'limit' | 'expiry' | 'features' | 'metadata';
export type IssueErrors = Readonly<Partial<Record<IssueField, string>>>;

export type CheckedIssue =
  | { readonly ok: true; readonly request: IssueLicenseRequest }
  | { readonly ok: false; readonly errors: IssueErrors };

export interface FormPlace {
  readonly environment: Environment;
  readonly timeZone: string;
  readonly now: Date;
}

/** Checks the form by the schema and the rules that the server uses; every wrong field has its sentence. */
export function checkIssueForm(form: Readonly<IssueForm>, place: FormPlace): CheckedIssue {
  const named = form.customer.email.trim() !== '' || form.customer.name.trim() !== '';
  const customer = named ? checkCustomer(form.customer) : null;
  const limit = checkLimitChoice(form.limit);
  const expiry = checkExpiryChoice(form.expiry, place.timeZone);
  const past = expiry.ok ? checkFuture(expiry.expiresAt, place.now) : null;
  const features = checkJsonText(form.features, 'features');
  const metadata = checkJsonText(form.metadata, 'metadata');
  const errors = present({
    productId: form.productId === null ? 'Choose a product.' : null,
    generatorId: form.generatorId === null ? 'Choose a generator.' : null,
    email: customer?.ok === false ? customer.email : null,
    name: customer?.ok === false ? customer.name : null,
    limit: limit.ok ? null : limit.error,
    expiry: expiry.ok ? (past?.reason ?? null) : expiry.error,
    features: features.ok ? null : features.error,
    metadata: metadata.ok ? null : metadata.error,
  });
  if (!limit.ok || !expiry.ok || !features.ok || !metadata.ok || customer?.ok === false) {
    return { ok: false, errors };
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const parsed = IssueLicenseRequest.safeParse({
    environment: place.environment,
    productId: form.productId,
    generatorId: form.generatorId,
    ...(customer && { customer: customer.customer }),
    ...(limit.limit !== undefined && { activationLimit: limit.limit }),
    ...(expiry.expiresAt !== undefined && { expiresAt: expiry.expiresAt?.toISOString() ?? null }),
    ...(features.value && { features: features.value }),
    ...(metadata.value && { metadata: metadata.value }),
  });
  return parsed.success
    ? { ok: true, request: parsed.data }
    : { ok: false, errors: schemaErrors(parsed.error) };
}

const FIELD_OF: Readonly<Record<string, IssueField>> = {
  productId: 'productId',
  generatorId: 'generatorId',
  customer: 'email',
  activationLimit: 'limit',
  expiresAt: 'expiry',
  features: 'features',
  metadata: 'metadata',
};

/** What only the schema found, beside the field it is about. */
function schemaErrors(error: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[];
}): IssueErrors {
  return present(
    Object.fromEntries(
      error.issues.map(({ path, message }) => [FIELD_OF[String(path[0])] ?? 'productId', message]),
    ),
  );
}

function present(errors: Readonly<Record<string, string | null>>): IssueErrors {
  return Object.fromEntries(Object.entries(errors).filter(([, sentence]) => sentence !== null));
}
