import { describe, expect, test } from 'vitest';
import { attachment, safeFileName } from '@latchkey/domain/download/fileName';
import { isVersion, versionOrder } from '@latchkey/domain/download/version';

describe('the name under which a file is saved', () => {
  test.each([
    ['Acme Editor 4.1.0.dmg', 'Acme-Editor-4.1.0.dmg'],
    ['acme-editor_4.1.0+beta.tar.gz', 'acme-editor_4.1.0+beta.tar.gz'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\setup.exe', 'setup.exe'],
    ['.htaccess', 'download.htaccess'],
    ['...', 'download'],
    ['', 'download'],
    ['Größe – Übersicht.pdf', 'Gro-e-Ubersicht.pdf'],
    ['日本語.zip', 'download.zip'],
    ['a"; filename="evil.exe', 'a-filename-evil.exe'],
    ['line\r\nSet-Cookie: x=1.zip', 'line-Set-Cookie-x-1.zip'],
    ['con.txt', 'file-con.txt'],
    ['LPT1', 'file-LPT1'],
    ['invoice\u202Efdp.exe', 'invoice-fdp.exe'],
    ['two  spaces   and...dots.zip', 'two-spaces-and.dots.zip'],
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
    expect(safeFileName(safe)).toBe(safe);
  });
  test('is cut to 120 characters and keeps its ending', () => {
    const name = safeFileName(`${'x'.repeat(300)}.tar.gz`);
    expect(name).toHaveLength(120);
    expect(name.endsWith('.tar.gz')).toBe(true);
  });
  test('nothing that comes in can leave the quotes of the header, or its line', () => {
    for (const code of Array.from({ length: 300 }, (_, index) => index)) {
      const letter = String.fromCodePoint(code);
      expect(attachment(`a${letter}b${letter}.zip`)).toMatch(
        /^attachment; filename="[A-Za-z0-9._+-]{1,120}"$/,
      );
    }
  });
});

describe('versions', () => {
  test('sort as versions do, not as texts', () => {
    const order = [
      '1.0.0-alpha',
      '1.0.0-alpha.2',
      '1.0.0-alpha.10',
      '1.0.0-beta',
      '1.0.0',
      '1.0.1',
      '1.2',
      '1.2.0-rc.1',
      '1.10.0',
      'v2.0.0',
      '10.0',
      '2026.11',
    ];
    const shuffled = order.toSorted((a, b) => (a > b ? -1 : 1));
    expect(shuffled.toSorted((a, b) => (versionOrder(a) < versionOrder(b) ? -1 : 1))).toEqual(order);
  });
  test.each(['4.1.0', '4.2.0-beta.1', 'v3', '2026.11', '1.0_rc+build.7', 'x'.repeat(40)])(
    '%s is one',
    (text) => {
      expect(isVersion(text)).toBe(true);
    },
  );
  test.each(['', ' 1.0', '-1', '.5', '1/2', '1.0 beta', 'ü1', 'x'.repeat(41), '1\n2'])(
    '%j is none',
    (text) => {
      expect(isVersion(text)).toBe(false);
    },
  );
});
