const LONGEST = 120;
const LONGEST_ENDING = 16;

/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name under which a file may be saved on any system: letters a–z, digits and `. _ - +`, no folder, no dot
 * in front, no reserved name, up to 120 characters, its ending kept.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._+-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/[-.]+$/, '');
  const [, stem = '', ending = ''] = /^(.*?)((?:\.tar)?\.[A-Za-z0-9]{1,12})?$/.exec(plain) ?? [];
  const short = ending.slice(0, LONGEST_ENDING);
  const cut = stem
    .replace(/^[-.]+/, '')
    .slice(0, LONGEST - short.length)
    .replace(/[-.]+$/, '');
  // The device is named by what stands before the first dot.
  const body = RESERVED.test(cut.split('.')[0] ?? '') ? `file-${cut}` : cut;
  return `${body === '' ? 'download' : body}${short}`;
}

/** The header that makes a browser save the file under that name, whatever it is. */
export function attachment(fileName: string): string {
  return `attachment; filename="${safeFileName(fileName)}"`;
}
