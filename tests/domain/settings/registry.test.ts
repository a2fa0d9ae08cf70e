import { readSection, checkValues, defaultsOf } from '@latchkey/domain/settings/values';
import { sectionNamed } from '@latchkey/domain/settings/sections';
import { SECTION_NAMES } from '@latchkey/domain/settings/titles';
import type { Setting, SettingValue } from '@latchkey/domain/settings/setting';
import { describe, expect, test } from 'vitest';
import { PROTOTYPE_NAMES } from '../../support/hostile.ts';

const ALL = SECTION_NAMES.flatMap((section) =>
  Object.entries(sectionNamed(section).settings).map(([name, setting]) => ({ section, name, setting })),
);

/** Values at the edges of what a setting takes, and just beyond. */
function edges({ input }: Setting<SettingValue>): { allowed: unknown[]; refused: unknown[] } {
  const never = [undefined, Number.NaN, {}, Symbol.iterator];
  switch (input.kind) {
    case 'switch':
      return { allowed: [true, false], refused: [...never, null, 0, 1, 'true', []] };
    case 'number': {
      const { min, max, none } = input;
      const nothing =
        none === undefined ? { allowed: [], refused: [null] } : { allowed: [null], refused: [] };
      return {
        allowed: [min, max, ...nothing.allowed],
        refused: [...never, min - 1, max + 1, min + 0.5, String(min), Infinity, ...nothing.refused],
      };
    }
    case 'numbers': {
      const { min, max, most } = input;
      const many = Array.from({ length: most + 1 }, (_, index) => min + index);
      return {
        allowed: [[], [min], [max, min], many.slice(1)],
        refused: [...never, null, min, [min - 1], [max + 1], [min, min], many, [null]],
      };
    }
    case 'choice':
      return { allowed: input.options.map(({ value }) => value), refused: [...never, null, '', 'other', 1] };
    case 'text':
      return { allowed: [''], refused: [...never, null, 1, 'x'.repeat(input.maxLength + 1), 'a\u0000b'] };
  }
}

describe('every setting', () => {
  test.each(ALL)(
    '$section.$name has a label, a sentence on its effect and a default it takes itself',
    (one) => {
      const { label, effect, schema, default: byItself } = one.setting;
      expect(label).toMatch(/^[A-Z].+[^.]$/);
      expect(effect).toMatch(/^[A-Z].{20,}\.$/);
      expect(schema.parse(byItself)).toEqual(byItself);
    },
  );

  test.each(ALL)(
    '$section.$name takes what is in its bounds and nothing beyond',
    ({ section, name, setting }) => {
      const { allowed, refused } = edges(setting);
      const others = defaultsOf(section);
      for (const value of allowed) {
        expect(setting.schema.safeParse(value).success, JSON.stringify(value)).toBe(true);
      }
      for (const value of refused) {
        const checked = checkValues(section, { ...others, [name]: value });
        expect(checked.ok ? '' : checked.errors[name]).toContain(setting.label);
        // Whatever got into the store nevertheless counts as not set.
        expect(readSection(section, { ...others, [name]: value })).toEqual(others);
      }
    },
  );

  test.each(ALL.filter(({ setting }) => setting.onlyWhile))(
    '$section.$name hangs on one of its section',
    (one) => {
      const other = sectionNamed(one.section).settings[one.setting.onlyWhile?.setting ?? ''];
      expect(other?.schema.safeParse(one.setting.onlyWhile?.is).success).toBe(true);
    },
  );
});

describe('a section', () => {
  test.each(SECTION_NAMES)('%s says its defaults where nothing is stored', (section) => {
    expect(readSection(section, undefined)).toEqual(defaultsOf(section));
    expect(readSection(section, { revision: 3, other: 'x' })).toEqual(defaultsOf(section));
  });
  test.each(SECTION_NAMES)(
    '%s is saved as a whole: a missing setting is refused, its defaults are not',
    (section) => {
      expect(checkValues(section, defaultsOf(section))).toEqual({ ok: true, values: defaultsOf(section) });
      expect(checkValues(section, {}).ok).toBe(false);
    },
  );
  test.each(['grace', 'revision', ...PROTOTYPE_NAMES])('takes no setting named %s', (name) => {
    const values = Object.fromEntries([...Object.entries(defaultsOf('license')), [name, 1]]);
    expect(checkValues('license', values)).toMatchObject({ ok: false });
  });
});
