import type { Setting, SettingValue } from './setting.ts';

/** Settings as stored; whatever is missing or not allowed (any longer) counts as not set. */
export function readSettings<Values>(
  settings: Readonly<Record<keyof Values & string, Setting<SettingValue>>>,
  stored: object | undefined,
): Values {
  const all: Readonly<Record<string, Setting<SettingValue>>> = settings;
  const read = Object.entries(all).map(([name, { schema, default: byItself }]) => {
    const parsed = schema.safeParse(stored && Reflect.get(stored, name));
    return [name, parsed.success ? parsed.data : byItself] as const;
  });
  return Object.fromEntries(read) as Values;
}
