/** The deploy list: one line for each function. */
export { api } from './http/api.ts';
export { manage } from './manage/manage.ts';
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
export { countByState } from './callables/countByState.ts';
export { countOfEach } from './callables/countOfEach.ts';
export { createProduct } from './callables/createProduct.ts';
export { commandProduct } from './callables/commandProduct.ts';
export { generateLicenses } from './callables/generateLicenses.ts';
export { createGenerator } from './callables/createGenerator.ts';
export { commandGenerator } from './callables/commandGenerator.ts';
export { commandContract, contractKey, createContract, issueFromContract } from './callables/contracts.ts';
export { commandDownload, createDownload, finishUpload, reopenUpload } from './callables/downloads.ts';
export { downloadLink, ownDownloads } from './callables/ownDownloads.ts';
export {
  commandWebhook,
  createWebhook,
  replayWebhook,
  replayWebhooksSince,
  rotateWebhookSecret,
  testWebhook,
} from './callables/webhooks.ts';
export { apiKeys, commandApiKey, createApiKey } from './callables/apiKeys.ts';
export { inviteAdmin } from './callables/inviteAdmin.ts';
export { commandAdmin } from './callables/commandAdmin.ts';
export { adminSignIns } from './callables/adminSignIns.ts';
export { choosePreferences, renameMyself, signOutEverywhere } from './callables/ownProfile.ts';
export { previewRetention } from './callables/previewRetention.ts';
export { saveSettings } from './callables/saveSettings.ts';
export { sendLostKeys } from './callables/sendLostKeys.ts';
export { ownMailChoice, resendMail, saveMailTemplate, sendTestMail } from './callables/mail.ts';
export { dashboardFigures } from './callables/dashboardFigures.ts';
export { startJob } from './callables/startJob.ts';
export { importPage } from './callables/importPage.ts';
export { startImport } from './callables/startImport.ts';
export { applyImport } from './callables/applyImport.ts';
export { cancelJob } from './callables/cancelJob.ts';
export { retryJob } from './callables/retryJob.ts';
export { commandAbuseCase, tryAbuseRules } from './callables/abuse.ts';
export { expireLicenses } from './scheduled/expireLicenses.ts';
export { sendReminders } from './scheduled/sendReminders.ts';
export { drainOutboxes } from './scheduled/drainOutboxes.ts';
export { recordStatistics } from './scheduled/recordStatistics.ts';
export { applyRetention } from './scheduled/applyRetention.ts';
export { linkAuditEvents } from './scheduled/linkAuditEvents.ts';
export { detectAbuse } from './scheduled/detectAbuse.ts';
export { runJobs } from './scheduled/runJobs.ts';
export { runJob } from './tasks/runJob.ts';
export { sendWebhooks } from './tasks/sendWebhooks.ts';
