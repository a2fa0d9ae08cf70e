import type { AuditEvent } from '@latchkey/domain/audit/event';

/** A page about something that an event names. */
export interface EventLink {
  readonly title: string;
  readonly path: string;
}

const PAGES: Readonly<Record<string, { readonly title: string; readonly path: string }>> = {
  product: { title: 'Open product', path: '/admin/products' },
  generator: { title: 'Open generator', path: '/admin/generators' },
  contract: { title: 'Open contract', path: '/admin/contracts' },
  download: { title: 'Open release', path: '/admin/downloads' },
  job: { title: 'Open job', path: '/admin/jobs' },
  person: { title: 'Open person', path: '/admin/admins' },
  webhook: { title: 'Open webhook endpoint', path: '/admin/webhooks' },
  'api-key': { title: 'Open API key', path: '/admin/api-keys' },
  abuse: { title: 'Open abuse case', path: '/admin/abuse' },
  settings: { title: 'Open settings', path: '/admin/settings' },
};

/** The pages that an event leads to, besides its license: what it is about, and its customer. */
export function eventLinks({ about, customerId, action }: AuditEvent): EventLink[] {
  const [kind = '', id] = about?.split('/') ?? [];
  const page = PAGES[kind];
  // What the event says is gone has no page any more.
  const gone = action.endsWith('.deleted') || action === 'user.removed';
  return [
    ...(page !== undefined && id !== undefined && !gone
      ? [{ title: page.title, path: `${page.path}/${id}` }]
      : []),
    ...(customerId !== null && customerId !== 'deleted' && action !== 'customer.deleted'
      ? [{ title: 'Open customer', path: `/admin/customers/${customerId}` }]
      : []),
  ];
}
