import type { Product } from '@latchkey/domain/product/product';
import type {
  CommandProductAnswer,
  CommandProductRequest,
  ProductCommandInput,
} from '@latchkey/domain/wire/console/commandProduct';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useReauthentication } from '../../session/reauthentication.ts';

const send = callable<CommandProductRequest, CommandProductAnswer>('commandProduct');

/** Gives commands to products; what has no way back asks for a fresh sign-in. */
export function useProductCommands() {
  const { withFreshSignIn } = useReauthentication();

  /**
   * Gives back the id of the job that brings the change to the licenses, or null where there is none to do.
   * @throws ProblemError with the refusal's sentence and code, or the failure's
   */
  async function give(product: Product, command: ProductCommandInput): Promise<string | null> {
    const { environment, id: productId } = product;
    const act = async () => accepted(await send({ environment, productId, command })).jobId;
    switch (command.type) {
      case 'delete':
        return withFreshSignIn('delete the product', act);
      case 'kill':
        return withFreshSignIn('use the kill switch', act);
      case 'edit':
      case 'activate':
      case 'inactivate':
      case 'archive':
      case 'unarchive':
        return act();
    }
  }

  return { give };
}
