import type { Customer } from '@latchkey/domain/customer/customer';
import type {
  CommandCustomerAnswer,
  CommandCustomerRequest,
} from '@latchkey/domain/wire/console/commandCustomer';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem } from '../../firebase/errors.ts';
import { useReauthentication } from '../../session/reauthentication.ts';
import { useToast } from '../../ui/toast.ts';

type Command = CommandCustomerRequest['command'];

const send = callable<CommandCustomerRequest, CommandCustomerAnswer>('commandCustomer');

/** Gives commands about customers; says by toast what was done and offers the way back where there is one. */
export function useCustomerCommands() {
  const toast = useToast();
  const { withFreshSignIn } = useReauthentication();

  /** @throws ProblemError with the refusal's sentence and code, or the failure's */
  async function give({ id }: Pick<Customer, 'id'>, command: Command): Promise<void> {
    const act = async () => accepted(await send({ customerId: id, command }));
    await (command.type === 'delete' ? withFreshSignIn('delete the customer', act) : act());
  }

  async function command(customer: Customer, asked: Command, done: string): Promise<void> {
    await give(customer, asked);
    const back = wayBack(customer, asked);
    if (back === null) toast.show(done);
    else toast.show(done, { action: { label: 'Undo', run: () => takeBack(customer, back) } });
  }

  async function takeBack(customer: Customer, back: Command): Promise<void> {
    try {
      await give(customer, back);
      toast.show(`Undone: ${customer.email}`);
    } catch (cause) {
      const { sentence, code } = toProblem(cause);
      toast.show(`Not undone. ${sentence} (${code})`, { tone: 'error' });
    }
  }

  return { command };
}

/** What undoes a command; mails and deletions have no way back. */
function wayBack(before: Customer, { type }: Command): Command | null {
  switch (type) {
    case 'rename':
      return { type: 'rename', name: before.name };
    case 'disable':
      return { type: 'enable' };
    case 'enable':
      return { type: 'disable' };
    case 'invite':
    case 'delete':
      return null;
  }
}
