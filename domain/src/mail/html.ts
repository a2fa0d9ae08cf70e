import type { MailBlock, MailPiece } from './blocks.ts';
import { mailBlocks } from './blocks.ts';

const PAGE = 'margin:0;padding:24px;background:#f4f5f7';
const SHEET =
  'max-width:560px;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #dfe2e8;border-radius:10px;' +
  "font:15px/24px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1b1f2a";
const KEY =
  'margin:0 0 16px;padding:12px 16px;background:#f4f5f7;border-radius:8px;overflow-wrap:anywhere;' +
  'font:600 16px/24px ui-monospace,Menlo,Consolas,monospace';

/**
 * The text of a mail as HTML: paragraphs, line breaks and links, and everything else escaped, so that neither
 * a template nor a customer's name can bring markup along. `keys` get a line of their own.
 */
export function mailHtml(text: string, keys: readonly string[] = []): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width"></head>' +
    `<body style="${PAGE}"><div style="${SHEET}">${mailBlocks(text, keys).map(block).join('')}</div></body></html>`
  );
}

function block(one: MailBlock): string {
  switch (one.kind) {
    case 'key':
      return `<p style="${KEY}">${escapeHtml(one.text)}</p>`;
    case 'paragraph':
      return `<p style="margin:0 0 16px">${one.lines.map((line) => line.map(piece).join('')).join('<br>')}</p>`;
  }
}

function piece({ text, isLink }: MailPiece): string {
  const shown = escapeHtml(text);
  return isLink ? `<a href="${shown}" style="color:#2952cc;overflow-wrap:anywhere">${shown}</a>` : shown;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
