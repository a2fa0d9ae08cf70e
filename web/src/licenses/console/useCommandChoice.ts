import { ref } from 'vue';
import { useRouter } from 'vue-router';
import type { License } from '@latchkey/domain/license/license';
import type { PersonCommand } from './commandWords.ts';

/** Where a chosen command goes: editing has a page, everything else a dialog. */
export function useCommandChoice() {
  const router = useRouter();
  const asked = ref<{ license: License; command: Exclude<PersonCommand, 'edit'> } | null>(null);

  function choose(license: License, command: PersonCommand): void {
    if (command === 'edit') void router.push(`/admin/licenses/${license.id}/edit`);
    else asked.value = { license, command };
  }
  return { asked, choose };
}
