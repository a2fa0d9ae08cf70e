import type { Activation } from '@latchkey/domain/activation/activation';
import { normaliseIdentifier, type Identifier } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import { diagnose, type Diagnosis, type DiagnosisAsked } from '@latchkey/domain/license/diagnosis';
import type { License } from '@latchkey/domain/license/license';

/** What a customer can tell of their trouble. */
export interface Trouble {
  /** What the device calls itself: a hardware ID or a domain, as entered. */
  readonly device: string;
  /** Where the software runs. */
  readonly environment: Environment;
}

const LOOKS_LIKE_DOMAIN = /^(https?:\/\/)?[a-z0-9](?:[a-z0-9-]*\.)+[a-z]{2,}(?:[:/].*)?$/i;

/** The identifier that a text means: that of a device they have, else a domain if it looks like one. */
export function identifierOf(text: string, devices: readonly Activation[]): Identifier | null {
  if (text.trim() === '') return null;
  const forms = (['hardware', 'domain'] as const).flatMap((type): Identifier[] => {
    const value = normaliseIdentifier(type, text);
    return value === null ? [] : [{ type, value }];
  });
  const known = forms.find((form) => devices.some((device) => isThat(device, form)));
  const type = LOOKS_LIKE_DOMAIN.test(text.trim()) ? 'domain' : 'hardware';
  return known ?? forms.find((form) => form.type === type) ?? forms[0] ?? null;
}

export function isThat(device: Activation, { type, value }: Identifier): boolean {
  return device.identifierType === type && device.identifier === value;
}

export interface OwnFindings {
  /** On the device that was named, else on those in use. */
  readonly here: Diagnosis;
  /** What a device hears that is to be added now; null where one was named, or nothing can be added anyway. */
  readonly onNewDevice: Diagnosis | null;
}

/** What software hears from this license now: the verdicts that it gets from the server, and nothing else. */
export function ownFindings(
  license: License,
  devices: readonly Activation[],
  { device: text, environment }: Trouble,
  now: Date,
): OwnFindings {
  const named = identifierOf(text, devices);
  // A product that requires an identifier is asked about a device in use.
  const usual = license.requireIdentifier
    ? devices.find(({ status }) => status !== 'deactivated')
    : undefined;
  const device = (named === null ? usual : devices.find((one) => isThat(one, named))) ?? null;
  const asked: DiagnosisAsked = { environment, ...(named !== null && { identifier: named }) };
  const nobodyYet = named === null && usual === undefined && license.requireIdentifier;
  const here = diagnose(license, device, nobodyYet ? addDevice(environment) : asked, now);
  const further = named === null && here.valid ? diagnose(license, null, addDevice(environment), now) : null;
  return { here, onNewDevice: further };
}

/** The question of a device that no license knows. */
function addDevice(environment: Environment): DiagnosisAsked {
  const identifier = { type: 'hardware', value: 'a device that is not registered' } as const;
  return { action: 'activate', environment, identifier };
}
