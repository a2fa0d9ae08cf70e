import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { useEnvironment } from '../../session/environment.ts';
import { useSession } from '../../session/session.ts';

/** Why this person cannot change a customer, or null when they can; the server asks the same. */
export function useCustomerRights() {
  const session = useSession();
  const environment = useEnvironment();

  function closed(): string | null {
    if (!session.can('customers.write')) return 'Your role may look at customers but not change them';
    if (environment.allowed.length < ENVIRONMENTS.length) {
      return 'A customer is the same in every environment, and your account works in some only';
    }
    return null;
  }
  return { closed };
}
