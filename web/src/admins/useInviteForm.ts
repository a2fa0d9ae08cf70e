import { computed, reactive, ref, shallowRef } from 'vue';
import type { Role } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import { toProblem, type Problem } from '../firebase/errors.ts';
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
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const wrong = computed(() => ({
    email: ADDRESS.test(form.email.trim()) ? null : 'Enter the e-mail address of the person.',
    name: form.name.trim() === '' ? 'Enter the name by which the audit tells of this person.' : null,
    environments: form.environments?.length === 0 ? 'Choose at least one environment.' : null,
  }));
  const errors = computed(() =>
    tried.value ? wrong.value : { email: null, name: null, environments: null },
  );

  /** null = not invited; the problem says why. */
  async function submit(): Promise<{ uid: string; mail: Mail } | null> {
    tried.value = true;
    problem.value = null;
    if (busy.value || Object.values(wrong.value).some((error) => error !== null)) return null;
    busy.value = true;
    try {
      return await invite({ ...form, email: form.email.trim(), name: form.name.trim() });
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      busy.value = false;
    }
  }
  return { form, errors, busy, problem, submit };
}
