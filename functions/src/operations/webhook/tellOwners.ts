import type { Person } from '@latchkey/domain/access/person';
import type { Write } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { mailSwitches, mailWrite } from '../mail/orderMail.ts';

const MOST_OWNERS = 50;

/** Mails to every owner that something needs them, for the commit of what it is about; production's settings decide. */
export async function ownerMailWrites(call: Call, what: string): Promise<Write[]> {
  const switches = await mailSwitches(call, 'production');
  if (!switches?.operations) return [];
  const owners = await call.store.query<Person>({
    parent: '',
    collection: 'users',
    where: [['role', '==', 'owner']],
    limit: MOST_OWNERS,
  });
  return owners.flatMap(({ data }) => {
    if (!data || data.disabled) return [];
    const facts = { customerName: data.name ?? data.email, what };
    const order = { kind: 'operations', to: data.email, customerId: null, licenseId: null, facts } as const;
    return [mailWrite(call, 'production', order)];
  });
}
