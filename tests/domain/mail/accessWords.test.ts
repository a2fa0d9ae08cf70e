import { accessWords } from '@latchkey/domain/mail/accessWords';
import { expect, test } from 'vitest';

const admin = { role: 'admin', environments: null, disabled: false } as const;

test.each([
  [
    'another role',
    { ...admin, role: 'viewer' },
    'Your role in the console was changed from admin to viewer.',
  ],
  ['switched off', { ...admin, disabled: true }, 'Your account was switched off. You can no longer sign in.'],
  ['no role any more', { ...admin, role: null }, 'Your access to the console was taken away.'],
  [
    'fewer environments',
    { ...admin, environments: ['staging'] },
    'Your access to the console now counts for staging. Until now it was all environments.',
  ],
  ['nothing', admin, null],
] as const)('%s: the person is told what it means', (_, after, words) => {
  expect(accessWords(admin, after)).toBe(words);
});

test('whoever is removed or switched on is told, whoever is new is not', () => {
  expect(accessWords(admin, null)).toMatch(/taken away/);
  expect(accessWords({ ...admin, disabled: true }, admin)).toMatch(/switched on/);
  expect(accessWords(null, admin)).toBeNull();
  expect(accessWords({ ...admin, role: null }, admin)).toBeNull();
});
