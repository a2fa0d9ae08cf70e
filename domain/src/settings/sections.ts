import type * as z from 'zod';
import { MAX_REAUTH_MINUTES } from './security.ts';
import type { SectionName } from './titles.ts';
import { SECTION_NAMES } from './titles.ts';
import type { Setting, SettingValue } from './setting.ts';
import { ABUSE_SETTINGS, checkAbuse } from './abuse.ts';
import { MAIL_SETTINGS, checkMail } from './mail.ts';
import { NOTIFICATION_SETTINGS } from './notifications.ts';
import { PORTAL_SETTINGS } from './portal.ts';
import { LOG_SETTINGS, RETENTION_SETTINGS } from './retention.ts';
import { WEBHOOK_SETTINGS } from './webhooks.ts';
import { wholeNumber, wholeNumberOrNone } from './setting.ts';

/** Settings that are saved together: one page of the console, one document, one audit event. */
export interface Section {
  /** One line on what it governs. */
  readonly about: string;
  readonly settings: Readonly<Record<string, Setting<SettingValue>>>;
  /** What is wrong with values that are fine one by one: a sentence for each, by the setting's name. */
  readonly check?: (values: SettingValues) => Readonly<Record<string, string>>;
}

export type SettingValues = Readonly<Record<string, SettingValue>>;

function section<const S extends Readonly<Record<string, Setting<SettingValue>>>>(
  about: string,
  settings: S,
): { readonly about: string; readonly settings: S } {
  return { about, settings };
}

export const MAX_GRACE_DAYS = 30;
export const MAX_OFFLINE_HOURS = 720;

const perMinute = { min: 1, max: 100_000, unit: 'requests a minute' } as const;

/** Every setting of an environment (decisions.md, Numbers). A feature brings its own section or line. */
export const SECTIONS = {
  license: section('What licenses start with where nothing else is said.', {
    graceDays: wholeNumber({
      label: 'Grace after expiry',
      effect:
        'Licenses work on for so many days after their date, unless one has a grace of its own. Those that exist follow within minutes; what has expired stays so.',
      min: 0,
      max: MAX_GRACE_DAYS,
      unit: 'days',
      default: 0,
    }),
    offlineHours: wholeNumber({
      label: 'Life of an offline file',
      effect:
        'How long a new offline file works without a network. It never outlives its license, and files that are out already keep their time.',
      min: 1,
      max: MAX_OFFLINE_HOURS,
      unit: 'hours',
      default: 24,
    }),
  }),
  limits: section(
    'How often shipped software may ask. Beyond that it is told to wait, and nothing is read. Each server instance counts for itself.',
    {
      keyAndIdentifier: wholeNumber({
        label: 'One license key on one device',
        effect: 'Slows down a device that asks far too often, and nobody else.',
        default: 60,
        ...perMinute,
      }),
      key: wholeNumber({
        label: 'One license key on all its devices',
        effect: 'Bounds what one license may ask, however many devices share it.',
        default: 600,
        ...perMinute,
      }),
      address: wholeNumber({
        label: 'One network address',
        effect: 'Bounds what comes from one address. Raise it when many customers sit behind the same one.',
        default: 600,
        ...perMinute,
      }),
      unknownKeys: wholeNumber({
        label: 'Unknown license keys from one address',
        effect: 'Stops whoever tries out keys. Honest software hardly ever meets it.',
        default: 30,
        ...perMinute,
      }),
    },
  ),
  portal: section('What customers may do for themselves.', PORTAL_SETTINGS),
  security: section(
    'Guards the screen of somebody who has walked away: what is hard to undo asks for the password again.',
    {
      reauthMinutes: wholeNumberOrNone({
        label: 'A sign-in counts as fresh for',
        effect:
          'Showing license keys, deleting and changing roles ask for the password when the last sign-in is older than this.',
        none: 'Never ask again',
        min: 1,
        max: MAX_REAUTH_MINUTES,
        unit: 'minutes',
        default: 5,
      }),
    },
  ),
  mail: {
    about: 'By which way mail leaves, and as whose. Nothing is sent until a way is chosen.',
    settings: MAIL_SETTINGS,
    check: checkMail,
  },
  notifications: section(
    'Which mail customers get. What each says is written in the mail templates.',
    NOTIFICATION_SETTINGS,
  ),
  abuse: {
    about:
      'Rules look at how licenses are used and open cases. Everything is off until you switch it on; try the rules against the last 30 days first.',
    settings: ABUSE_SETTINGS,
    check: checkAbuse,
  },
  webhooks: section(
    'What happens when a receiver is slow or out of order. Endpoints themselves are made under Webhooks.',
    WEBHOOK_SETTINGS,
  ),
  retention: section(
    'What goes to the log of the platform, and how long records are kept that only tell of what was done. Older ones are deleted once a day. Audit events, licenses and customers are never deleted by age.',
    { ...LOG_SETTINGS, ...RETENTION_SETTINGS },
  ),
} as const satisfies Readonly<Record<SectionName, Section>>;

/** What a section says: a value for each of its settings. */
export type SettingsOf<S extends SectionName> = {
  readonly [N in keyof (typeof SECTIONS)[S]['settings']]: (typeof SECTIONS)[S]['settings'][N] extends {
    readonly schema: z.ZodType<infer T>;
  }
    ? T
    : never;
};

export function isSectionName(value: unknown): value is SectionName {
  return SECTION_NAMES.some((name) => name === value);
}

/** The same section with its settings by name, for what treats all of them alike. */
export function sectionNamed(name: SectionName): Section {
  return SECTIONS[name];
}
