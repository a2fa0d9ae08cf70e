import type { ApiProcess } from './apiProcess.ts';
import { startApi } from './apiProcess.ts';
import { authEmulatorHost } from './people.ts';
import type { Answer } from './software.ts';
import { send } from './software.ts';
import type { World } from './world.ts';

export type CallableName =
  | 'issueLicense'
  | 'commandLicense'
  | 'deactivateDevice'
  | 'deactivateDevices'
  | 'createCustomer'
  | 'commandCustomer'
  | 'exportCustomer'
  | 'noteSignIn'
  | 'offlineFile'
  | 'countLicenses'
  | 'dashboardFigures'
  | 'saveSettings'
  | 'previewRetention'
  | 'createProduct'
  | 'commandProduct'
  | 'createGenerator'
  | 'generateLicenses'
  | 'saveMailTemplate'
  | 'sendTestMail'
  | 'resendMail'
  | 'ownMailChoice'
  | 'startJob'
  | 'cancelJob'
  | 'retryJob'
  | 'importPage'
  | 'startImport'
  | 'applyImport'
  | 'inviteAdmin'
  | 'commandAdmin'
  | 'adminSignIns'
  | 'createContract'
  | 'commandContract'
  | 'contractKey'
  | 'commandAbuseCase'
  | 'tryAbuseRules'
  | 'issueFromContract'
  | 'createDownload'
  | 'reopenUpload'
  | 'finishUpload'
  | 'commandDownload'
  | 'ownDownloads'
  | 'downloadLink';

/** A callable in a process of its own, as deployed; tokens are those of the Auth emulator. */
export function startCallable(world: World, target: CallableName): Promise<ApiProcess> {
  return startApi({ target, env: { ...world.env, FIREBASE_AUTH_EMULATOR_HOST: authEmulatorHost() } });
}

/** Calls as the client library does; a text is sent as it is. */
export function call(process: ApiProcess, token: string | null, data: object | string): Promise<Answer> {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const body = typeof data === 'string' ? data : JSON.stringify({ data });
  return send(process.url, { method: 'POST', headers, body });
}
