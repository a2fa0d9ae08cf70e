import type { VerdictCode } from '@latchkey/domain/license/codes';
import type { CustomerRefusalCode } from '@latchkey/domain/wire/console/customerCodes';
import type { Area } from './area.ts';
import type { check } from './check.en.ts';
import type { counts } from './counts.en.ts';
import type { dashboard } from './dashboard.en.ts';
import type { devices } from './devices.en.ts';
import type { downloads } from './downloads.en.ts';
import type { expiry } from './expiry.en.ts';
import type { features } from './features.en.ts';
import type { files } from './files.en.ts';
import type { frame } from './frame.en.ts';
import type { license } from './license.en.ts';
import type { licenses } from './licenses.en.ts';
import type { profile } from './profile.en.ts';
import type { proof } from './proof.en.ts';
import type { services } from './services.en.ts';
import type { settings } from './settings.en.ts';
import type { signin } from './signin.en.ts';
import type { states } from './states.en.ts';
import type { ui } from './ui.en.ts';

type Words<Of> = Of extends Area<string, infer English> ? English : never;

/**
 * Every area, as English has it: what another language has to say, with the same names and parameters. English
 * comes with the page that shows it; the others are one lazy chunk each, so nobody fetches two.
 */
export interface Catalog {
  readonly check: Words<typeof check>;
  readonly counts: Words<typeof counts>;
  readonly dashboard: Words<typeof dashboard>;
  readonly devices: Words<typeof devices>;
  readonly downloads: Words<typeof downloads>;
  readonly expiry: Words<typeof expiry>;
  readonly features: Words<typeof features>;
  readonly files: Words<typeof files>;
  readonly frame: Words<typeof frame>;
  readonly license: Words<typeof license>;
  readonly licenses: Words<typeof licenses>;
  readonly profile: Words<typeof profile>;
  readonly proof: Words<typeof proof>;
  readonly services: Words<typeof services>;
  readonly settings: Words<typeof settings>;
  readonly signin: Words<typeof signin>;
  readonly states: Words<typeof states>;
  readonly ui: Words<typeof ui>;
}

/** What may go wrong before a customer's eyes. */
export type KnownProblem = keyof Catalog['services'] | CustomerRefusalCode | VerdictCode;

/** Messages of the component library, as it nests them. */
export interface VuetifyWords {
  readonly [name: string]: string | VuetifyWords;
}

/** A language beside English. */
export interface Translation {
  readonly catalog: Catalog;
  /** English sentences come with the failure itself, from whoever refused. */
  readonly problems: Readonly<Record<KnownProblem, string>>;
  /** Of the component library. */
  readonly vuetify: VuetifyWords;
}

/** The same shape with the same number of parameters: a translation that forgets one does not compile. */
export type SameParameters<English, Other> = {
  readonly [Name in keyof English]: Name extends keyof Other
    ? English[Name] extends (...given: infer Given) => string
      ? Other[Name] extends (...given: infer Taken) => string
        ? Taken['length'] extends Given['length']
          ? Other[Name]
          : never
        : never
      : English[Name] extends object
        ? SameParameters<English[Name], Other[Name]>
        : Other[Name]
    : never;
};
