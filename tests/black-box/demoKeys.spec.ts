import { expect, test } from '@playwright/test';
import { ask } from '../support/stack.ts';

/** contract.md, Demo data: what each key answers, in ways that change nothing. */
const VALIDATE: [key: string, more: object, code: string][] = [
  ['DEMO-AVAI-LABL-E001', {}, 'NOT_ASSIGNED'],
  ['DEMO-ASSI-GNED-0001', {}, 'VALID'],
  ['DEMO-ASSI-GNED-0001', { identifier: 'HW-NEW' }, 'NOT_ACTIVATED'],
  ['DEMO-ACTI-VE00-0001', { identifier: 'HW-DEMO-1' }, 'VALID'],
  ['DEMO-ACTI-VE00-0001', { identifier: '  HW-DEMO-1  ' }, 'VALID'],
  ['DEMO-ACTI-VE00-0001', { identifier: 'hw-demo-1' }, 'NOT_ACTIVATED'],
  ['DEMO-ACTI-VE00-0001', { identifier: 'HW-DEMO-2' }, 'DEVICE_DEACTIVATED'],
  ['demo acti_ve00.0001', { identifier: 'HW-DEMO-1' }, 'VALID'],
  ['DEMOACTIVE000001', { identifier: 'HW-DEMO-1' }, 'VALID'],
  ['DEMO-FULL-0000-0001', { identifier: 'HW-FULL-1' }, 'VALID'],
  ['DEMO-FULL-0000-0001', { identifier: 'HW-OTHER' }, 'HARDWARE_MISMATCH'],
  ['DEMO-FULL-0000-0001', { identifier: 'a.example', identifierType: 'domain' }, 'DOMAIN_MISMATCH'],
  ['DEMO-UNLI-MITE-D001', { identifier: 'HW-ANY-1' }, 'VALID'],
  ['DEMO-UNLI-MITE-D001', { identifier: 'HW-ANY-2' }, 'NOT_ACTIVATED'],
  ['DEMO-INAC-TIVE-0001', { identifier: 'HW-INACT-1' }, 'INACTIVE'],
  ['DEMO-SUSP-ENDE-D001', { identifier: 'HW-SUSP-1' }, 'SUSPENDED'],
  ['DEMO-EXPI-RED0-0001', { identifier: 'HW-EXP-1' }, 'EXPIRED'],
  ['DEMO-DUE0-0000-0001', { identifier: 'HW-DUE-1' }, 'EXPIRED'],
  ['DEMO-GRAC-E000-0001', { identifier: 'HW-GRACE-1' }, 'VALID'],
  ['DEMO-REVO-KED0-0001', {}, 'REVOKED'],
  ['DEMO-DOMA-IN00-0001', { identifier: 'shop.example.com', identifierType: 'domain' }, 'VALID'],
  [
    'DEMO-DOMA-IN00-0001',
    { identifier: 'https://www.SHOP.example.com:8443/x', identifierType: 'domain' },
    'VALID',
  ],
  ['DEMO-DOMA-IN00-0001', { identifier: 'shop.example.com' }, 'NOT_ACTIVATED'],
  ['DEMO-STAG-ING0-0001', {}, 'ENVIRONMENT_MISMATCH'],
  ['DEMO-STAG-ING0-0001', { environment: 'staging' }, 'VALID'],
  ['DEMO-ACTI-VE00-0001', { environment: 'staging' }, 'ENVIRONMENT_MISMATCH'],
  ['DEMO-FEAT-URES-0001', { features: ['export', 'seats', 'export'] }, 'VALID'],
  ['DEMO-FEAT-URES-0001', { features: ['export', 'beta'] }, 'FEATURE_MISSING'],
  ['DEMO-FEAT-URES-0001', { features: ['constructor'] }, 'FEATURE_MISSING'],
  ['DEMO-ACTI-VE00-0001', { product: 'acme-editor' }, 'VALID'],
  ['DEMO-ACTI-VE00-0001', { product: 'acme-plugin' }, 'PRODUCT_MISMATCH'],
  ['DEMO-REVO-KED0-0001', { product: 'acme-plugin' }, 'PRODUCT_MISMATCH'],
  ['DEMO-NOSU-CHKE-Y001', {}, 'NOT_FOUND'],
  ['--------', {}, 'NOT_FOUND'],
];

for (const [key, more, code] of VALIDATE) {
  test(`validate ${key} ${JSON.stringify(more)} answers ${code}`, async () => {
    const { status, body } = await ask('validate', { key, ...more, nonce: 'n-1' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ code, valid: code === 'VALID', nonce: 'n-1' });
    const faceless = ['NOT_FOUND', 'ENVIRONMENT_MISMATCH', 'PRODUCT_MISMATCH'].includes(code);
    expect(body.license === null).toBe(faceless);
    expect(JSON.stringify(body)).not.toContain(key);
    expect(body.reason).toMatch(/^[A-Z].*[.]$/);
  });
}

/** Refused activations and deactivations: nothing may change by them. */
const REFUSED: ['activate' | 'deactivate', object, string][] = [
  ['activate', { key: 'DEMO-AVAI-LABL-E001', identifier: 'X' }, 'NOT_ASSIGNED'],
  ['activate', { key: 'DEMO-FULL-0000-0001', identifier: 'X' }, 'LIMIT_EXCEEDED'],
  ['activate', { key: 'DEMO-FULL-0000-0001', identifier: 'HW-FULL-1' }, 'ALREADY_ACTIVATED'],
  ['activate', { key: 'DEMO-INAC-TIVE-0001', identifier: 'HW-INACT-1' }, 'INACTIVE'],
  ['activate', { key: 'DEMO-SUSP-ENDE-D001', identifier: 'X' }, 'SUSPENDED'],
  ['activate', { key: 'DEMO-EXPI-RED0-0001', identifier: 'X' }, 'EXPIRED'],
  ['activate', { key: 'DEMO-DUE0-0000-0001', identifier: 'X' }, 'EXPIRED'],
  ['activate', { key: 'DEMO-REVO-KED0-0001', identifier: 'X' }, 'REVOKED'],
  ['activate', { key: 'DEMO-STAG-ING0-0001', identifier: 'X' }, 'ENVIRONMENT_MISMATCH'],
  ['deactivate', { key: 'DEMO-FULL-0000-0001', identifier: 'X' }, 'NOT_ACTIVATED'],
  ['deactivate', { key: 'DEMO-ACTI-VE00-0001', identifier: 'HW-DEMO-2' }, 'NOT_ACTIVATED'],
  ['deactivate', { key: 'DEMO-REVO-KED0-0001', identifier: 'HW-REVO-1' }, 'NOT_ACTIVATED'],
  ['deactivate', { key: 'DEMO-NOSU-CHKE-Y001', identifier: 'X' }, 'NOT_FOUND'],
];

for (const [action, body, code] of REFUSED) {
  test(`${action} ${JSON.stringify(body)} answers ${code}`, async () => {
    const answer = await ask(action, body);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ code, [`${action}d`]: code === 'ALREADY_ACTIVATED' });
  });
}

test('sentences begin with the words that support people search for', async () => {
  const quoted: [string, string][] = [
    ['DEMO-REVO-KED0-0001', 'License Revoked'],
    ['DEMO-EXPI-RED0-0001', 'License Expired'],
    ['DEMO-SUSP-ENDE-D001', 'License Suspended'],
    ['DEMO-INAC-TIVE-0001', 'License Inactive'],
  ];
  for (const [key, words] of quoted)
    expect((await ask('validate', { key })).body.reason).toMatch(new RegExp(`^${words}`));
  const full = await ask('activate', { key: 'DEMO-FULL-0000-0001', identifier: 'X' });
  expect(full.body.reason).toMatch(/^Limit Exceeded/);
});

test('a license shows its limits, count, features and grace, and never the key or its owner', async () => {
  const { body } = await ask('validate', { key: 'DEMO-GRAC-E000-0001', identifier: 'HW-GRACE-1' });
  const { license } = body;
  expect(Object.keys(license ?? {}).sort()).toEqual(
    'activationCount,activationLimit,effectiveExpiresAt,environment,expiresAt,features,id,inGrace,product,status'.split(
      ',',
    ),
  );
  expect(license).toMatchObject({ inGrace: true, status: 'active', activationLimit: 3, activationCount: 1 });
  const days =
    (Date.parse(String(license?.['effectiveExpiresAt'])) - Date.parse(String(license?.['expiresAt']))) /
    86_400_000;
  expect(days).toBe(7);
});
