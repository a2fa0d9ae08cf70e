import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '@latchkey/domain/webhook/address';
import { checkWebhookUrl } from '@latchkey/domain/webhook/url';

const OPEN = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.1',
  '169.253.255.255',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001::200e',
  '2001:200::1',
  '2001:4860:4860::8888',
];

const CLOSED = [
  // this network, loopback, private, link-local with the clouds' metadata services
  '0.0.0.0',
  '0.1.2.3',
  '127.0.0.1',
  '127.255.255.255',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '169.254.170.2',
  // shared (CGNAT), among it a metadata service; protocol assignments, among them another one
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '192.0.0.192',
  // documentation, measuring, old relays, multicast, reserved, broadcast
  '192.0.2.1',
  '198.51.100.7',
  '203.0.113.9',
  '198.18.0.1',
  '198.19.255.255',
  '192.88.99.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  // IPv6: unspecified, loopback, mapped and compatible, NAT64, unique local, link-local, site-local, multicast
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::a00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '100::1',
  // ranges inside 2000::/3 that carry IPv4 addresses or document things
  '2001::1',
  '2001:0:7f00:1::',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
  '3fff::1',
  // no plain addresses at all
  '',
  'localhost',
  '127.1',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '2130706433',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  ':::1',
  '1::2::3',
  '12345::1',
  '[::1]',
];

test.each(OPEN)('%s is an address of the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each(CLOSED)('"%s" is never called', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

const LOCAL = 'http://127.0.0.1:1090';

describe('an address that somebody enters', () => {
  test.each([
    ['https://example.com/hooks', 'https://example.com/hooks'],
    ['https://EXAMPLE.com', 'https://example.com/'],
    ['https://example.com:8443/a?b=c#d', 'https://example.com:8443/a?b=c'],
    ['https://1.1.1.1/hooks', 'https://1.1.1.1/hooks'],
    ['  https://example.com/x  ', 'https://example.com/x'],
  ])('%s is taken as %s', (text, url) => {
    expect(checkWebhookUrl(text, null)).toEqual({ ok: true, url });
  });

  test.each([
    'http://example.com/hooks',
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'example.com/hooks',
    '',
    'https://',
    'https://user@example.com/',
    'https://user:password@example.com/',
    'https://example.com@127.0.0.1/',
    'https://example.com:22/',
    'https://example.com:80/',
    'https://localhost/',
    'https://localhost./',
    'https://LOCALHOST/',
    'https://intranet/',
    'https://printer.local/',
    'https://metadata.google.internal/computeMetadata/v1/',
    'https://127.1/',
    'https://0x7f.1/',
    'https://0177.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data',
    'https://①②⑦.⓪.⓪.①/',
    'http://127.0.0.1:1090/',
    `https://example.com/${'x'.repeat(500)}`,
  ])('%s is refused with a sentence', (text) => {
    const checked = checkWebhookUrl(text, null);
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? '' : checked.problem).toMatch(/^[A-Z].*\.$/);
  });

  test('may be the demo receiver of a local stack, and nothing beside it', () => {
    expect(checkWebhookUrl(`${LOCAL}/latchkey`, LOCAL)).toEqual({ ok: true, url: `${LOCAL}/latchkey` });
    for (const other of [
      'http://127.0.0.1:1091/',
      'http://localhost:1090/',
      'https://127.0.0.1:1090/',
      'http://127.0.0.2:1090/',
      'http://user@127.0.0.1:1090/',
    ])
      expect(checkWebhookUrl(other, LOCAL)).toMatchObject({ ok: false });
  });
});
