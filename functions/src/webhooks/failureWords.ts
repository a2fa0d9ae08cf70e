import { redactText } from '../redact.ts';
import { ClosedAddress } from './publicAddress.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'No name server knows the host.',
  EAI_AGAIN: 'The name server did not answer.',
  ECONNREFUSED: 'The host refused the connection.',
  ECONNRESET: 'The connection broke before there was an answer.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  EPIPE: 'The connection broke before there was an answer.',
  ETIMEDOUT: 'The host did not answer in time.',
};

/** Why nothing came back, in a sentence for the delivery log. */
export function failureWords(error: unknown): string {
  if (error instanceof ClosedAddress) return error.message;
  if (!(error instanceof Error)) return 'There was no answer.';
  const { code } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : WORDS[code];
  if (known !== undefined) return known;
  const said = redactText(error.message.replace(/\s+/g, ' ').slice(0, 200));
  return /CERT|SSL|TLS/i.test(`${code ?? ''} ${said}`)
    ? `The certificate or the encryption is not right: ${said}.`
    : `There was no answer: ${said}.`;
}
