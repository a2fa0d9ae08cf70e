import { shallowRef } from 'vue';
import { toProblem } from '../firebase/errors.ts';
import { useToast } from '../ui/toast.ts';
import type { AdminChoice } from './adminMenu.ts';
import type { Admin } from './readAdmin.ts';
import { useAdminCommands } from './useAdminCommands.ts';

export interface AskedOfAdmin {
  readonly admin: Admin;
  readonly choice: Exclude<AdminChoice, 'send-link'>;
}

/** What was chosen from a menu: a dialog asks first, but a mail simply leaves. */
export function useAdminChoice() {
  const asked = shallowRef<AskedOfAdmin | null>(null);
  const toast = useToast();
  const { sendLink } = useAdminCommands();

  async function choose(admin: Admin, choice: AdminChoice): Promise<void> {
    if (choice !== 'send-link') {
      asked.value = { admin, choice };
      return;
    }
    try {
      await sendLink(admin.email);
      toast.show(`Link to choose a password sent to ${admin.email}.`);
    } catch (cause) {
      toast.show(`No mail was sent. ${toProblem(cause).sentence}`, { tone: 'error' });
    }
  }
  return { asked, choose };
}
