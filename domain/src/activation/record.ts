import { textTokens } from '../search/tokens.ts';
import type { Activation } from './activation.ts';

/** The device with the pieces by which searches find it: identifier, key hint and label. */
export function withSearch(device: Omit<Activation, 'search'>): Activation {
  return { ...device, search: textTokens(deviceTexts(device)) };
}

/** What a search looks at, the most telling first. */
export function deviceTexts(device: Pick<Activation, 'identifier' | 'keyHint' | 'label'>): string[] {
  return [device.identifier, device.keyHint, device.label ?? ''];
}
