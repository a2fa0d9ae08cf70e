import type { MailKind } from './kinds.ts';

/** Which of the mails that may be refused a customer wants. */
export interface MailChoice {
  /** Before a license expires. */
  readonly reminders: boolean;
  /** When it has expired. */
  readonly expired: boolean;
}

/** As stored; everything is wanted until somebody says otherwise. A refusal of reminders alone counts for both. */
export function readMailChoice(stored: object | undefined): MailChoice {
  const said = (name: string): unknown => stored && Reflect.get(stored, name);
  const reminders = said('reminders') !== false;
  const expired = said('expired');
  return { reminders, expired: typeof expired === 'boolean' ? expired : reminders };
}

/** Whether a kind of mail is not wanted; what is mandatory always is. */
export function isUnwanted(kind: MailKind, choice: MailChoice): boolean {
  switch (kind) {
    case 'reminder':
      return !choice.reminders;
    case 'expired':
      return !choice.expired;
    case 'assignment':
    case 'invitation':
    case 'console':
    case 'keys':
    case 'suspended':
    case 'revoked':
    case 'security':
    case 'operations':
      return false;
  }
}
