import { MAX_DEACTIVATION_DAYS, MAX_DEACTIVATIONS } from '../activation/selfService.ts';
import { DEFAULT_PORTAL_SETTINGS } from './portalStored.ts';
import { onOff, wholeNumber, wholeNumberOrNone } from './setting.ts';

/** What customers may do for themselves, as the form shows and checks it. */
export const PORTAL_SETTINGS = {
  deactivation: onOff({
    label: 'Deactivate devices',
    effect: 'Customers free a place by taking a device off their license. When off, they have to ask you.',
    default: DEFAULT_PORTAL_SETTINGS.deactivation,
  }),
  deactivationLimit: wholeNumberOrNone({
    label: 'Devices that customers take off each license',
    effect:
      'Stops seats from being passed around: beyond this, a customer waits or asks you. What software or your team takes off is not counted.',
    none: 'No limit',
    min: 1,
    max: MAX_DEACTIVATIONS,
    unit: 'devices',
    default: DEFAULT_PORTAL_SETTINGS.deactivationLimit,
    onlyWhile: { setting: 'deactivation', is: true },
  }),
  deactivationDays: wholeNumber({
    label: 'Counted within',
    effect: 'A device that was taken off longer ago no longer counts.',
    min: 1,
    max: MAX_DEACTIVATION_DAYS,
    unit: 'days',
    default: DEFAULT_PORTAL_SETTINGS.deactivationDays,
    onlyWhile: { setting: 'deactivation', is: true },
  }),
  offlineFiles: onOff({
    label: 'Fetch offline files',
    effect:
      'Customers fetch the offline file of a license themselves, where its product allows offline use. When off, you hand it out.',
    default: DEFAULT_PORTAL_SETTINGS.offlineFiles,
  }),
};
