import { isUnwanted, readMailChoice } from '@latchkey/domain/mail/choice';
import { MAIL_KIND_FACTS, MAIL_KINDS } from '@latchkey/domain/mail/kinds';
import { describe, expect, test } from 'vitest';

describe('what a customer has chosen', () => {
  test.each([
    ['nothing yet', undefined, { reminders: true, expired: true }],
    ['both refused by one answer of before', { reminders: false }, { reminders: false, expired: false }],
    ['one of them', { reminders: false, expired: true }, { reminders: false, expired: true }],
    ['the other', { reminders: true, expired: false }, { reminders: true, expired: false }],
    ['something odd', { reminders: 'no', expired: 0 }, { reminders: true, expired: true }],
  ])('%s', (_, stored, chosen) => {
    expect(readMailChoice(stored)).toEqual(chosen);
  });
});

test.each(MAIL_KINDS)('%s is sent whatever they choose exactly if it is mandatory', (kind) => {
  expect(isUnwanted(kind, { reminders: false, expired: false })).toBe(!MAIL_KIND_FACTS[kind].mandatory);
  expect(isUnwanted(kind, { reminders: true, expired: true })).toBe(false);
});
