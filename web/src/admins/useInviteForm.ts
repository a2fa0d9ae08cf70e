import { reactive } from 'vue';
import type { Role } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import { useCheckedForm } from '../ui/useCheckedForm.ts';
import { useAdminCommands, type Mail } from './useAdminCommands.ts';

const ADDRESS = /^\S+@\S+\.\S+$/;

/** The form of an invitation; the server has the last word. */
export function useInviteForm() {
  const form = reactive<{
    email: string;
    name: string;
    role: Role;
    environments: readonly Environment[] | null;
  }>({
    email: '',
    name: '',
    role: 'operator',
    environments: null,
  });
  const { invite } = useAdminCommands();
  const { errors, busy, problem, submit } = useCheckedForm(() => {
    const email = form.email.trim();
    const name = form.name.trim();
    const wrong = {
      ...(!ADDRESS.test(email) && { email: 'Enter the e-mail address of the person.' }),
      ...(name === '' && { name: 'Enter the name by which the audit tells of this person.' }),
      ...(form.environments?.length === 0 && { environments: 'Choose at least one environment.' }),
    };
    const right = Object.keys(wrong).length === 0;
    return right ? { ok: true, asked: { ...form, email, name } } : { ok: false, errors: wrong };
  });

  /** null = not invited; the problem says why. */
  const send = (): Promise<{ uid: string; mail: Mail } | null> => submit(({ asked }) => invite(asked));

  return { form, errors, busy, problem, submit: send };
}
