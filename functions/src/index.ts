/** The deploy list: one line for each function. */
export { api } from './http/api.ts';
export { issueLicense } from './callables/issueLicense.ts';
export { commandLicense } from './callables/commandLicense.ts';
export { deactivateDevice } from './callables/deactivateDevice.ts';
export { deactivateDevices } from './callables/deactivateDevices.ts';
export { createCustomer } from './callables/createCustomer.ts';
export { commandCustomer } from './callables/commandCustomer.ts';
export { exportCustomer } from './callables/exportCustomer.ts';
export { noteSignIn } from './callables/noteSignIn.ts';
export { offlineFile } from './callables/offlineFile.ts';
export { countLicenses } from './callables/countLicenses.ts';
export { inviteAdmin } from './callables/inviteAdmin.ts';
export { commandAdmin } from './callables/commandAdmin.ts';
export { adminSignIns } from './callables/adminSignIns.ts';
export { renameMyself, signOutEverywhere } from './callables/ownProfile.ts';
export { saveSettings } from './callables/saveSettings.ts';
export { expireLicenses } from './scheduled/expireLicenses.ts';
export { drainOutboxes } from './scheduled/drainOutboxes.ts';
