import { MAX_DEACTIVATION_DAYS, MAX_DEACTIVATIONS } from '../activation/selfService.ts';
import { readSettings } from './read.ts';
import { onOff, wholeNumber, wholeNumberOrNone } from './setting.ts';

/** What customers may do for themselves; the one section that their browsers read. */
export const PORTAL_SETTINGS = {
  deactivation: onOff({
    label: 'Deactivate devices',
    effect: 'Customers free a place by taking a device off their license. When off, they have to ask you.',
    default: true,
  }),
  deactivationLimit: wholeNumberOrNone({
    label: 'Devices that customers take off each license',
    effect:
      'Stops seats from being passed around: beyond this, a customer waits or asks you. What software or your team takes off is not counted.',
    none: 'No limit',
    min: 1,
    max: MAX_DEACTIVATIONS,
    unit: 'devices',
    default: null,
    onlyWhile: { setting: 'deactivation', is: true },
  }),
  deactivationDays: wholeNumber({
    label: 'Counted within',
    effect: 'A device that was taken off longer ago no longer counts.',
    min: 1,
    max: MAX_DEACTIVATION_DAYS,
    unit: 'days',
    default: 30,
    onlyWhile: { setting: 'deactivation', is: true },
  }),
  offlineFiles: onOff({
    label: 'Fetch offline files',
    effect:
      'Customers fetch the offline file of a license themselves, where its product allows offline use. When off, you hand it out.',
    default: true,
  }),
};

export interface PortalSettings {
  readonly deactivation: boolean;
  readonly deactivationLimit: number | null;
  readonly deactivationDays: number;
  readonly offlineFiles: boolean;
}

/** As stored; for browsers of customers, which have no business with the other sections. */
export function readPortalSettings(stored: object | undefined): PortalSettings {
  return readSettings<PortalSettings>(PORTAL_SETTINGS, stored);
}
