import { checkFormat } from '@latchkey/domain/generator/check';
import { checkValidity } from '@latchkey/domain/generator/checkValidity';
import type { GeneratorFacts } from '@latchkey/domain/generator/commands';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { Validity } from '@latchkey/domain/generator/validity';
import { sameJson } from '@latchkey/domain/json';
import type { KeyFormat } from '@latchkey/domain/key/format';
import { DEFAULT_CHARSET } from '@latchkey/domain/key/format';
import { generatorFacts, keyFormat } from '@latchkey/domain/wire/console/generatorFields';
import { checkJsonText, jsonText } from '../../ui/jsonText.ts';
import { checkLimitChoice, limitChoice, type LimitChoice } from '../../ui/limitText.ts';

/** The form of a generator, as typed; what another type of keys would need stays in it. */
export interface GeneratorForm {
  name: string;
  description: string;
  type: KeyFormat['type'];
  count: string;
  size: string;
  separator: '-' | '_' | '.' | '';
  prefix: string;
  suffix: string;
  pattern: string;
  charset: string;
  limit: LimitChoice;
  lifetime: boolean;
  amount: string;
  unit: Validity['unit'];
  from: Validity['from'];
  features: string;
  metadata: string;
}

export function emptyGeneratorForm(): GeneratorForm {
  return {
    name: '',
    description: '',
    type: 'chunk',
    count: '5',
    size: '5',
    separator: '-',
    prefix: '',
    suffix: '',
    pattern: 'KEY-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
    charset: DEFAULT_CHARSET,
    limit: { unlimited: false, text: '3' },
    lifetime: false,
    amount: '1',
    unit: 'years',
    from: 'assignment',
    features: '',
    metadata: '',
  };
}

export function generatorFormOf(generator: Generator): GeneratorForm {
  const { name, description, format, activationLimit, validity, features, metadata } = generator;
  return {
    ...emptyGeneratorForm(),
    name,
    description,
    ...partsOf(format),
    limit: limitChoice(activationLimit),
    lifetime: validity === null,
    ...(validity && { amount: String(validity.amount), unit: validity.unit, from: validity.from }),
    features: sameJson(features, {}) ? '' : jsonText(features),
    metadata: sameJson(metadata, {}) ? '' : jsonText(metadata),
  };
}

function partsOf(format: KeyFormat): Partial<GeneratorForm> {
  switch (format.type) {
    case 'uuid':
      return { type: 'uuid' };
    case 'chunk':
      return { ...format, count: String(format.count), size: String(format.size) };
    case 'custom':
      return format;
  }
}

export type GeneratorField =
  'name' | 'description' | 'format' | 'limit' | 'validity' | 'features' | 'metadata';
export type GeneratorErrors = Readonly<Partial<Record<GeneratorField, string>>>;
export type CheckedGenerator =
  | { readonly ok: true; readonly facts: GeneratorFacts }
  | { readonly ok: false; readonly errors: GeneratorErrors };

export type CheckedFormat =
  | { readonly ok: true; readonly format: KeyFormat; readonly warning: string | null }
  /** `format` is there as soon as it can be shown at all, so that its randomness can be told. */
  | { readonly ok: false; readonly format: KeyFormat | null; readonly error: string };

/** The form of the keys as it is typed: by the shapes and by the law that the server asks. */
export function checkFormatFields(form: Readonly<GeneratorForm>): CheckedFormat {
  const parsed = keyFormat.safeParse(formatOf(form));
  if (!parsed.success) return { ok: false, format: null, error: shapeError(parsed.error.issues[0]?.path[0]) };
  const verdict = checkFormat(parsed.data);
  return verdict.ok
    ? { ok: true, format: parsed.data, warning: verdict.warning }
    : { ok: false, format: parsed.data, error: verdict.reason };
}

function formatOf(form: Readonly<GeneratorForm>): object {
  const { type, separator, prefix, suffix, pattern, charset } = form;
  switch (type) {
    case 'uuid':
      return { type };
    case 'chunk':
      return { type, count: Number(form.count), size: Number(form.size), charset, separator, prefix, suffix };
    case 'custom':
      return { type, pattern, charset };
  }
}

const SHAPE_ERRORS: Readonly<Record<string, string>> = {
  count: 'There are 1 to 16 chunks.',
  size: 'A chunk has 1 to 32 characters.',
  charset: 'The charset has 1 to 94 characters.',
  pattern: 'The pattern has 1 to 200 characters.',
};

function shapeError(field: PropertyKey | undefined): string {
  return SHAPE_ERRORS[String(field)] ?? 'Prefix and suffix have at most 32 characters.';
}

/** Checks the form by the schema and the rules that the server uses; every wrong field has its sentence. */
export function checkGeneratorForm(form: Readonly<GeneratorForm>): CheckedGenerator {
  const format = checkFormatFields(form);
  const limit = checkLimitChoice(form.limit);
  const validity = form.lifetime
    ? null
    : { amount: Number(form.amount.trim()), unit: form.unit, from: form.from };
  const refused = checkValidity(validity);
  const features = checkJsonText(form.features, 'features');
  const metadata = checkJsonText(form.metadata, 'metadata');
  const name = form.name.trim();
  const errors: GeneratorErrors = {
    ...((name.length < 3 || name.length > 100) && { name: 'The name has 3 to 100 characters.' }),
    ...(form.description.trim().length > 1000 && {
      description: 'The description has at most 1000 characters.',
    }),
    ...(!format.ok && { format: format.error }),
    ...(!limit.ok && { limit: limit.error }),
    ...(limit.ok && limit.limit === undefined && { limit: 'Enter a number, or choose unlimited.' }),
    ...(refused && { validity: refused.reason }),
    ...(!features.ok && { features: features.error }),
    ...(!metadata.ok && { metadata: metadata.error }),
  };
  if (Object.keys(errors).length > 0 || !format.ok || !limit.ok || !features.ok || !metadata.ok) {
    return { ok: false, errors };
  }
  const parsed = generatorFacts.safeParse({
    name,
    description: form.description,
    format: format.format,
    activationLimit: limit.limit,
    validity,
    features: features.value ?? {},
    metadata: metadata.value ?? {},
  });
  if (parsed.success) return { ok: true, facts: parsed.data };
  return { ok: false, errors: { name: parsed.error.issues[0]?.message ?? 'This is not accepted.' } };
}
