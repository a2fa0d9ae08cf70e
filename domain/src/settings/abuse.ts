import type { SettingValue } from './setting.ts';
import { onOff, text, wholeNumber } from './setting.ts';

export const DEFAULT_SUSPEND_REASON =
  'Unusual use of this license was noticed. Please get in touch, and we will sort it out.';

const points = {
  effect: 'Twice as many give twice the points. The points of all rules add up to the score, at most 100.',
  min: 1,
  max: 100,
  unit: 'points',
} as const;
const hours = { min: 1, max: 168, unit: 'hours' } as const;

/** Abuse rules: everything is off until somebody switches it on (decisions.md, Scope). */
export const ABUSE_SETTINGS = {
  newDevices: onOff({
    label: 'Rule: many new devices',
    effect:
      'Opens a case when a license is activated on too many devices that it never had before. Refused attempts do not count.',
    default: false,
  }),
  newDevicesThreshold: wholeNumber({
    label: 'New devices',
    effect: 'So many open a case; one fewer does not.',
    min: 2,
    max: 1000,
    unit: 'devices',
    default: 20,
    onlyWhile: { setting: 'newDevices', is: true },
  }),
  newDevicesHours: wholeNumber({
    ...hours,
    label: 'New devices: counted within',
    effect: 'Devices that came longer ago no longer count for this rule.',
    default: 1,
    onlyWhile: { setting: 'newDevices', is: true },
  }),
  newDevicesWeight: wholeNumber({
    ...points,
    label: 'New devices: points at the threshold',
    default: 80,
    onlyWhile: { setting: 'newDevices', is: true },
  }),
  cycles: onOff({
    label: 'Rule: devices taking turns',
    effect:
      'Opens a case when places are freed and taken again too often, as when many people share a few places. What your team takes off is not counted.',
    default: false,
  }),
  cyclesThreshold: wholeNumber({
    label: 'Changes of device',
    effect: 'So many times a place was freed and taken again.',
    min: 2,
    max: 1000,
    unit: 'changes',
    default: 10,
    onlyWhile: { setting: 'cycles', is: true },
  }),
  cyclesHours: wholeNumber({
    ...hours,
    label: 'Changes of device: counted within',
    effect: 'Changes longer ago no longer count for this rule.',
    default: 24,
    onlyWhile: { setting: 'cycles', is: true },
  }),
  cyclesWeight: wholeNumber({
    ...points,
    label: 'Changes of device: points at the threshold',
    default: 50,
    onlyWhile: { setting: 'cycles', is: true },
  }),
  recordOrigins: onOff({
    label: 'Remember where activations come from',
    effect:
      'Keeps a pseudonym of the network for 31 days, different for each license, and the country where a proxy of yours names it. The address itself is never kept. The rules on networks and countries need it.',
    default: false,
  }),
  networks: onOff({
    label: 'Rule: many networks',
    effect: 'Opens a case when a license is activated from too many different networks.',
    default: false,
    onlyWhile: { setting: 'recordOrigins', is: true },
  }),
  networksThreshold: wholeNumber({
    label: 'Networks',
    effect: 'So many different ones. People on the move use several.',
    min: 2,
    max: 1000,
    unit: 'networks',
    default: 10,
    onlyWhile: { setting: 'networks', is: true },
  }),
  networksHours: wholeNumber({
    ...hours,
    label: 'Networks: counted within',
    effect: 'Activations longer ago no longer count for this rule.',
    default: 24,
    onlyWhile: { setting: 'networks', is: true },
  }),
  networksWeight: wholeNumber({
    ...points,
    label: 'Networks: points at the threshold',
    default: 40,
    onlyWhile: { setting: 'networks', is: true },
  }),
  countries: onOff({
    label: 'Rule: many countries',
    effect:
      'Opens a case when a license is activated from too many countries. Unknown ones do not count: this deployment has to say which header names the country (LATCHKEY_COUNTRY_HEADER).',
    default: false,
    onlyWhile: { setting: 'recordOrigins', is: true },
  }),
  countriesThreshold: wholeNumber({
    label: 'Countries',
    effect: 'So many different ones.',
    min: 2,
    max: 50,
    unit: 'countries',
    default: 3,
    onlyWhile: { setting: 'countries', is: true },
  }),
  countriesHours: wholeNumber({
    ...hours,
    label: 'Countries: counted within',
    effect: 'Activations longer ago no longer count for this rule.',
    default: 24,
    onlyWhile: { setting: 'countries', is: true },
  }),
  countriesWeight: wholeNumber({
    ...points,
    label: 'Countries: points at the threshold',
    default: 50,
    onlyWhile: { setting: 'countries', is: true },
  }),
  overLimit: onOff({
    label: 'Rule: far above the rate limit',
    effect:
      'Opens a case when too many requests about a license were refused because they came too fast. Requests that are answered do not count.',
    default: false,
  }),
  overLimitThreshold: wholeNumber({
    label: 'Refused requests',
    effect: 'So many beyond the rate limits. Each server instance tells of its worst licenses once a minute.',
    min: 100,
    max: 1_000_000,
    unit: 'requests',
    default: 5000,
    onlyWhile: { setting: 'overLimit', is: true },
  }),
  overLimitHours: wholeNumber({
    ...hours,
    label: 'Refused requests: counted within',
    effect: 'Requests longer ago no longer count for this rule.',
    default: 1,
    onlyWhile: { setting: 'overLimit', is: true },
  }),
  overLimitWeight: wholeNumber({
    ...points,
    label: 'Refused requests: points at the threshold',
    default: 40,
    onlyWhile: { setting: 'overLimit', is: true },
  }),
  suspend: onOff({
    label: 'Suspend automatically',
    effect:
      'An active license whose score is high enough is suspended at once, by the rule. When off, rules only open cases for people to look at.',
    default: false,
  }),
  suspendScore: wholeNumber({
    label: 'Score that suspends',
    effect: 'Licenses below it stay as they are until somebody has looked at the case.',
    min: 1,
    max: 100,
    unit: 'points',
    default: 80,
    onlyWhile: { setting: 'suspend', is: true },
  }),
  suspendReason: text({
    label: 'What the customer is told',
    effect: 'The public reason of such a suspension, in the portal and in the mail about it.',
    maxLength: 300,
    default: DEFAULT_SUSPEND_REASON,
    onlyWhile: { setting: 'suspend', is: true },
  }),
};

/** A suspension always has a reason, and no rule waits for what is not remembered. */
export function checkAbuse(values: Readonly<Record<string, SettingValue>>): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (values['suspend'] === true && values['suspendReason'] === '') {
    wrong['suspendReason'] = 'Say what the customer is told: nobody is suspended without a reason.';
  }
  const rules = [values['networks'], values['countries']];
  if (values['recordOrigins'] === false && rules.includes(true)) {
    wrong['recordOrigins'] =
      'The rules on networks and countries need this. Switch it on, or switch them off.';
  }
  return wrong;
}
