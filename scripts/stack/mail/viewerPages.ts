import { escapeHtml } from '@latchkey/domain/mail/html';
import type { ArrivedMail } from './mailSink.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 15px/22px system-ui, sans-serif; }
  body { max-width: 960px; margin: 0 auto; padding: 24px 16px; background: Canvas; color: CanvasText; }
  h1 { font-size: 22px; line-height: 30px; margin: 0 0 4px; }
  .quiet { opacity: .75; margin: 0 0 20px; }
  ul { list-style: none; margin: 0; padding: 0; border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: 10px; }
  li + li { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); }
  li a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 10px 16px; color: inherit; text-decoration: none; }
  li a:hover { background: color-mix(in srgb, CanvasText 6%, Canvas); }
  li strong { overflow-wrap: anywhere; }
  li span { opacity: .75; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0 0 16px; }
  dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; margin: 0 0 16px; border-radius: 10px; background: color-mix(in srgb, CanvasText 6%, Canvas); }
  iframe { width: 100%; height: 520px; border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: 10px; background: #fff; }
  h2 { font-size: 16px; margin: 20px 0 8px; }
`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

/** Everything that arrived, the newest first. */
export function listPage(mails: readonly ArrivedMail[]): string {
  const rows = mails.map(
    ({ number, at, to, mail }) =>
      `<li><a href="/mail/${number}"><strong>${escapeHtml(mail.subject ?? '(no subject)')}</strong>` +
      `<span>${escapeHtml(timeOf(at))}</span><span>to ${escapeHtml(to.join(', '))}</span></a></li>`,
  );
  const list =
    rows.length === 0 ? '<p>No mail yet. Assign a license, or send a test.</p>' : `<ul>${rows.join('')}</ul>`;
  return page(
    'Mail of this Latchkey',
    `<h1>Mail</h1><p class="quiet">What this local Latchkey has sent. Nothing of it left this machine. Load the page again for newer mail.</p>${list}`,
  );
}

/** One mail: its head, the text as it was sent, and how it looks. */
export function mailPage({ number, at, to, mail }: ArrivedMail): string {
  const from = mail.from?.address === undefined ? '' : `${mail.from.name} <${mail.from.address}>`;
  const facts = [
    ['From', from],
    ['To', to.join(', ')],
    ['Sent', timeOf(at)],
  ];
  const head = facts
    .map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  return page(
    mail.subject ?? 'Mail',
    `<p><a href="/">All mail</a></p><h1>${escapeHtml(mail.subject ?? '(no subject)')}</h1><dl>${head}</dl>` +
      `<h2>Text</h2><pre>${escapeHtml(mail.text ?? '')}</pre>` +
      `<h2>As it looks</h2><iframe title="The mail as it looks" src="/mail/${number}/html" sandbox="allow-popups"></iframe>`,
  );
}

/** The HTML of a mail as it came: only ever served into a frame without rights. */
export function htmlPage({ mail }: ArrivedMail): string {
  return mail.html ?? '';
}

export function notFoundPage(): string {
  return page('Not found', '<p>There is no such mail. <a href="/">All mail</a></p>');
}

function timeOf(date: Date): string {
  return date.toISOString().replace('T', ' ').slice(0, 19) + ' UTC';
}
