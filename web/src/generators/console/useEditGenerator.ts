import { reactive, type Ref } from 'vue';
import type { Generator } from '@latchkey/domain/generator/generator';
import { changedMembers } from '../../ui/changedMembers.ts';
import { useRecordForm } from '../../ui/useRecordForm.ts';
import { checkGeneratorForm, generatorFormOf } from './generatorForm.ts';
import { useGeneratorCommands } from './useGeneratorCommands.ts';

/** What Edit Generator knows. */
export function useEditGenerator(generator: Readonly<Ref<Generator | null>>) {
  const { give } = useGeneratorCommands();
  return reactive(
    useRecordForm({
      stored: () => generator.value,
      revisionOf: ({ revision }) => revision,
      formOf: generatorFormOf,
      check: (form, opened) => {
        const checked = checkGeneratorForm(form);
        return checked.ok ? { ok: true, ...changedMembers(opened, checked.facts) } : checked;
      },
      send: async ({ changes }, opened) => {
        await give(opened, { type: 'edit', revision: opened.revision, changes });
        return 'saved' as const;
      },
    }),
  );
}
