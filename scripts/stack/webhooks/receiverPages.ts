import { escapeHtml } from '@latchkey/domain/mail/html';
import type { Received } from './receiver.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 15px/22px system-ui, sans-serif; }
  body { max-width: 960px; margin: 0 auto; padding: 24px 16px; background: Canvas; color: CanvasText; }
  h1 { font-size: 22px; line-height: 30px; margin: 0 0 4px; }
  .quiet { opacity: .75; margin: 0 0 20px; }
  code, pre { font: 13px/20px ui-monospace, monospace; }
  ul { list-style: none; margin: 0; padding: 0; border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: 10px; }
  li + li { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); }
  summary { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 10px 16px; cursor: pointer; }
  summary strong { flex: 1 1 200px; overflow-wrap: anywhere; }
  summary span { opacity: .75; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; padding: 0 16px 16px; }`;

function page(title: string, body: string, refresh = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${refresh}
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

/** Everything that arrived, the newest first; the page loads itself again. */
export function listPage(received: readonly Received[]): string {
  const rows = received.map(
    ({ at, path, id, type, body, times, verified, answered }) =>
      `<li><details><summary><strong>${escapeHtml(type)}</strong>` +
      `<span>${verified ? 'signature verified' : 'signed with another secret'}</span>` +
      `<span>${times > 1 ? `attempt ${times} of the same message` : escapeHtml(path)}</span>` +
      `<span>answered ${answered}</span><span>${escapeHtml(timeOf(at))}</span></summary>` +
      `<pre>webhook-id: ${escapeHtml(id)}\n\n${escapeHtml(pretty(body))}</pre></details></li>`,
  );
  const list =
    rows.length === 0
      ? '<p>Nothing yet. Suspend a license in the console, or send a test from its page Webhooks.</p>'
      : `<ul>${rows.join('')}</ul>`;
  return page(
    'Webhooks of this Latchkey',
    '<h1>Webhooks received</h1><p class="quiet">What this local Latchkey has delivered here. Endpoints at the paths ' +
      '<code>/fail</code>, <code>/busy</code> and <code>/gone</code> answer as receivers in trouble do.</p>' +
      list,
    rows.length === 0
      ? '<meta http-equiv="refresh" content="3">'
      : '<meta http-equiv="refresh" content="15">',
  );
}

export function notFoundPage(): string {
  return page('Not found', '<p>Nothing is here. <a href="/">What was received</a></p>');
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function timeOf(date: Date): string {
  return date.toISOString().replace('T', ' ').slice(0, 19) + ' UTC';
}
