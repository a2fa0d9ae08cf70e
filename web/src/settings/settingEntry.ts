import type { Setting, SettingValue } from '@latchkey/domain/settings/setting';

/** A setting as it is being entered. */
export interface SettingEntry {
  /** Switches; for numbers that may be absent, whether there is one. */
  on: boolean;
  /** Everything else, as typed. */
  text: string;
}

export type SettingLike = Setting<SettingValue>;

export function entryOf({ input }: SettingLike, value: SettingValue): SettingEntry {
  switch (input.kind) {
    case 'switch':
      return { on: value === true, text: '' };
    case 'number':
      return { on: value !== null, text: value === null ? '' : String(value) };
    case 'numbers':
      return { on: true, text: Array.isArray(value) ? value.join(', ') : '' };
    case 'choice':
    case 'text':
      return { on: true, text: String(value) };
  }
}

/** What the registry has to check; a text that is no number stays something that it refuses. */
export function valueOf({ input }: SettingLike, { on, text }: SettingEntry): unknown {
  switch (input.kind) {
    case 'switch':
      return on;
    case 'number':
      return input.none !== undefined && !on ? null : numberOf(text);
    case 'numbers':
      return text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(numberOf);
    case 'choice':
    case 'text':
      return text.trim();
  }
}

function numberOf(text: string): number {
  return /^\s*-?\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** A value in words: "5 minutes", "On", "30, 14, 7 days". */
export function valueWords({ input }: SettingLike, value: unknown): string {
  switch (input.kind) {
    case 'switch':
      return value === true ? 'On' : 'Off';
    case 'number':
      return value === null ? (input.none ?? 'none') : withUnit(numberWords(value), input.unit, value === 1);
    case 'numbers':
      return Array.isArray(value) && value.length > 0
        ? withUnit(value.join(', '), input.unit, false)
        : 'none';
    case 'choice':
      return input.options.find((option) => option.value === value)?.title ?? 'none';
    case 'text':
      return typeof value === 'string' && value !== '' ? value : 'empty';
  }
}

function numberWords(value: unknown): string {
  return typeof value === 'number' && !Number.isNaN(value) ? String(value) : 'not a number';
}

/** "1 day", "7 days", "60 requests a minute". */
function withUnit(number: string, unit: string, single: boolean): string {
  return `${number} ${single ? unit.replace(/s\b/, '') : unit}`.trim();
}
