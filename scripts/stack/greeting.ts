import { DEMO_API_KEY } from './demoApiKey.ts';
import type { Stack } from './startStack.ts';

const people = [
  ['owner@latchkey.test', 'console, everything'],
  ['admin@latchkey.test', 'console, all but settings and roles'],
  ['operator@latchkey.test', 'console, licenses and devices'],
  ['viewer@latchkey.test', 'console, reads only'],
  ['customer-a@latchkey.test', 'portal'],
  ['customer-b@latchkey.test', 'portal, another customer'],
] as const;

/** The port of an old protocol that browsers keep away from; an offset of 1000 lands on it. */
const unsafe = '\n  Browsers refuse to open port 6000: for them, take another LATCHKEY_PORT_OFFSET.\n';

/** What a person needs to know once the stack is ready. */
export function greeting({ variables, ports }: Stack): string {
  const url = variables.LATCHKEY_URL;
  const rows = people.map(([email, what]) => `    ${email.padEnd(26)}${what}`);
  return `
  Latchkey is running.

  App and API   ${url}
  Mail sent     ${variables.LATCHKEY_MAIL_URL}
  Webhooks      ${variables.LATCHKEY_WEBHOOK_RECEIVER}
  Emulators     auth 127.0.0.1:${ports.auth}, Firestore 127.0.0.1:${ports.firestore}, functions 127.0.0.1:${ports.functions}, storage 127.0.0.1:${ports.storage}

  Sign in with password latchkey-demo as
${rows.join('\n')}

  Ask as shipped software does
    curl -s ${url}/v1/validate -H 'Content-Type: application/json' -d '{"key":"DEMO-ACTI-VE00-0001","identifier":"HW-DEMO-1"}'

  Or manage licenses by program
    curl -s '${url}/v1/manage/licenses?limit=3' -H 'Authorization: Bearer ${DEMO_API_KEY}'

  Stop with Ctrl-C.
${ports.hosting === 6000 ? unsafe : ''}`;
}
