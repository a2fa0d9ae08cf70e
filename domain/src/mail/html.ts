/**
 * The text of a mail as HTML: paragraphs, line breaks and links, and everything else escaped, so that neither
 * a template nor a customer's name can bring markup along. `mono` are texts that get a line of their own in
 * the letters of keys.
 */
export function mailHtml(text: string, mono: readonly string[] = []): string {
  const paragraphs = text.split(/\n{2,}/).map((part) => paragraph(part, mono));
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width"></head>' +
    '<body style="margin:0;padding:24px;background:#f4f5f7">' +
    '<div style="max-width:560px;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #dfe2e8;' +
    "border-radius:10px;font:15px/24px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1b1f2a\">" +
    `${paragraphs.join('')}</div></body></html>`
  );
}

function paragraph(text: string, mono: readonly string[]): string {
  if (mono.includes(text.trim())) {
    return (
      '<p style="margin:0 0 16px;padding:12px 16px;background:#f4f5f7;border-radius:8px;' +
      `font:600 16px/24px ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere">${escapeHtml(text.trim())}</p>`
    );
  }
  return `<p style="margin:0 0 16px">${text.split('\n').map(withLinks).join('<br>')}</p>`;
}

/** Only addresses of the web become links; a sentence's own punctuation stays outside. */
function withLinks(line: string): string {
  return line
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${escapeHtml(part)}" style="color:#2952cc;overflow-wrap:anywhere">${escapeHtml(part)}</a>`
        : escapeHtml(part),
    )
    .join('');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
