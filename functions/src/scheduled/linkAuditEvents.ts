import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { chainHash, isCurrentSignature, signChainEnd } from '../crypto/auditChain.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { linkEvents } from '../operations/audit/linkEvents.ts';
import { logRunAlways } from '../runLog.ts';
import { everyEnvironment } from './everyEnvironment.ts';

const CRYPTO = { hash: chainHash, sign: signChainEnd, isCurrent: isCurrentSignature };

/** The sequencer of the audit: links what commits have left, and moves the signed end of the chain. */
export const linkAuditEvents = onSchedule(
  {
    schedule: 'every 1 minutes',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () =>
    everyEnvironment(
      'audit chain',
      (call, environment, until) => linkEvents(call, environment, until, CRYPTO),
      // The end of the chain, noted where nobody who can write to the database can change it.
      logRunAlways,
    ),
);
