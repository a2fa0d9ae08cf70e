import { reactive, type Ref } from 'vue';
import type { Release } from '@latchkey/domain/download/release';
import { changedMembers } from '../../ui/changedMembers.ts';
import { useRecordForm } from '../../ui/useRecordForm.ts';
import { useDownloadCommands } from './downloadCommands.ts';
import { checkEdit, releaseFormOf } from './releaseForm.ts';

/** What Edit Release knows. The file itself never changes. */
export function useEditRelease(release: Readonly<Ref<Release | null>>) {
  const { give } = useDownloadCommands();
  return reactive(
    useRecordForm({
      stored: () => release.value,
      revisionOf: ({ revision }) => revision,
      formOf: releaseFormOf,
      check: (form, { version, channel, notes, fileName }) => {
        const checked = checkEdit(form);
        const opened = { version, channel, notes, fileName };
        return checked.ok ? { ok: true, ...changedMembers(opened, checked.facts) } : checked;
      },
      send: async ({ changes }, opened) => {
        await give(opened, { type: 'edit', revision: opened.revision, changes });
        return 'saved' as const;
      },
    }),
  );
}
