import type { SettingsOf } from '../settings/sections.ts';
import type { ActiveRule } from './measure.ts';

export type AbuseSettings = SettingsOf<'abuse'>;

const HOUR_MS = 60 * 60 * 1000;

/** The rules that are switched on, by the settings of an environment; those on origins only while these are kept. */
export function activeRules(settings: AbuseSettings): ActiveRule[] {
  const origins = settings.recordOrigins;
  const all: readonly (readonly [boolean, ActiveRule])[] = [
    [
      settings.newDevices,
      {
        rule: 'new-devices',
        threshold: settings.newDevicesThreshold,
        windowMs: settings.newDevicesHours * HOUR_MS,
        weight: settings.newDevicesWeight,
      },
    ],
    [
      settings.cycles,
      {
        rule: 'cycles',
        threshold: settings.cyclesThreshold,
        windowMs: settings.cyclesHours * HOUR_MS,
        weight: settings.cyclesWeight,
      },
    ],
    [
      origins && settings.networks,
      {
        rule: 'networks',
        threshold: settings.networksThreshold,
        windowMs: settings.networksHours * HOUR_MS,
        weight: settings.networksWeight,
      },
    ],
    [
      origins && settings.countries,
      {
        rule: 'countries',
        threshold: settings.countriesThreshold,
        windowMs: settings.countriesHours * HOUR_MS,
        weight: settings.countriesWeight,
      },
    ],
    [
      settings.overLimit,
      {
        rule: 'over-limit',
        threshold: settings.overLimitThreshold,
        windowMs: settings.overLimitHours * HOUR_MS,
        weight: settings.overLimitWeight,
      },
    ],
  ];
  return all.flatMap(([on, rule]) => (on ? [rule] : []));
}

/** How far back the rules look, in milliseconds; 0 where none is switched on. */
export function longestWindow(rules: readonly ActiveRule[]): number {
  return Math.max(0, ...rules.map(({ windowMs }) => windowMs));
}
