import type { CustomerCommand } from '@latchkey/domain/customer/commands';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { Write } from '../../firestore/store.ts';
import { outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';

/** What a command leaves to be carried into the licenses and devices of the customer, in one environment. */
export function copiesWork(call: Call, { id, environment }: Customer, command: CustomerCommand): Write[] {
  switch (command.type) {
    case 'rename':
      return [outboxWrite(environment, call, { kind: 'customer-renamed', customerId: id })];
    case 'delete':
      return [
        outboxWrite(environment, call, { kind: 'customer-deleted', customerId: id, deletedAt: call.now }),
      ];
    case 'invite':
    case 'disable':
    case 'enable':
      return [];
  }
}
