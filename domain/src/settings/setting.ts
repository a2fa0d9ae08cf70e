import * as z from 'zod';
import { trimmedText } from '../wire/text.ts';

/** How a setting is entered and shown; the schema below follows from it. */
export type SettingInput =
  | { readonly kind: 'switch' }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly unit: string;
      /** What "no number" (null) means, where that is allowed. */
      readonly none?: string;
    }
  | {
      readonly kind: 'numbers';
      readonly min: number;
      readonly max: number;
      /** How many there may be. */
      readonly most: number;
      readonly unit: string;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly title: string }[];
    }
  | { readonly kind: 'text'; readonly maxLength: number; readonly placeholder: string };

export type SettingValue = boolean | number | string | readonly number[] | null;

/** One setting: what it is called, what it does in a sentence, what it may be and what it is by itself. */
export interface Setting<T extends SettingValue> {
  readonly label: string;
  /** What it changes, in one sentence that an owner can decide by. */
  readonly effect: string;
  readonly input: SettingInput;
  readonly schema: z.ZodType<T>;
  readonly default: T;
  /** Counts only while another setting of the section has this value; hidden otherwise. */
  readonly onlyWhile?: { readonly setting: string; readonly is: SettingValue };
}

interface Words {
  readonly label: string;
  readonly effect: string;
  readonly onlyWhile?: Setting<SettingValue>['onlyWhile'];
}

export function onOff(words: Words & { readonly default: boolean }): Setting<boolean> {
  return { ...words, input: { kind: 'switch' }, schema: z.boolean({ error: 'must be on or off' }) };
}

type Range = { readonly min: number; readonly max: number; readonly unit: string };

export function wholeNumber({
  min,
  max,
  unit,
  ...words
}: Words & Range & { readonly default: number }): Setting<number> {
  return { ...words, input: { kind: 'number', min, max, unit }, schema: inRange(min, max) };
}

/** The same, or null, which `none` says in words. */
export function wholeNumberOrNone({
  min,
  max,
  unit,
  none,
  ...words
}: Words & Range & { readonly none: string; readonly default: number | null }): Setting<number | null> {
  return { ...words, input: { kind: 'number', min, max, unit, none }, schema: inRange(min, max).nullable() };
}

/** Numbers without repetition, kept with the largest first. */
export function wholeNumbers({
  min,
  max,
  most,
  unit,
  ...words
}: Words & Range & { readonly most: number; readonly default: readonly number[] }): Setting<
  readonly number[]
> {
  const schema = z
    .array(inRange(min, max), { error: 'must be a list of whole numbers' })
    .max(most, { error: `must be at most ${most} numbers` })
    .refine((numbers) => new Set(numbers).size === numbers.length, { error: 'must not repeat a number' })
    .transform((numbers): readonly number[] => numbers.toSorted((a, b) => b - a));
  return { ...words, input: { kind: 'numbers', min, max, most, unit }, schema };
}

export function choice<const V extends string>({
  options,
  ...words
}: Words & {
  readonly options: readonly { readonly value: V; readonly title: string }[];
  readonly default: NoInfer<V>;
}): Setting<V> {
  const values = options.map(({ value }) => value);
  const schema = z.enum(values, { error: `must be one of ${values.join(', ')}` }) as unknown as z.ZodType<V>;
  return { ...words, input: { kind: 'choice', options }, schema };
}

/** A text that may be empty; `form` narrows what else it may be. */
export function text({
  maxLength,
  form,
  placeholder = '',
  ...words
}: Words & {
  readonly maxLength: number;
  readonly form?: z.ZodType<string, string>;
  readonly placeholder?: string;
  readonly default: string;
}): Setting<string> {
  const plain = trimmedText(maxLength);
  const schema = z.union([z.literal(''), form === undefined ? plain : plain.pipe(form)], {
    error: ({ input }) => firstMessage(form === undefined ? plain : plain.pipe(form), input),
  });
  return { ...words, input: { kind: 'text', maxLength, placeholder }, schema };
}

function firstMessage(schema: z.ZodType, input: unknown): string {
  const { error } = schema.safeParse(input);
  return error?.issues[0]?.message ?? 'must be a text';
}

function inRange(min: number, max: number): z.ZodType<number> {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}
