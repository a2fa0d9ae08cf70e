import { reactive, type Ref } from 'vue';
import type { Contract } from '@latchkey/domain/contract/contract';
import type { CreateContractRequest } from '@latchkey/domain/wire/console/contracts';
import { changedMembers } from '../ui/changedMembers.ts';
import { useDisplayPreferences } from '../ui/display.ts';
import { useRecordForm } from '../ui/useRecordForm.ts';
import { useContractCommands } from './contractCommands.ts';
import { checkContractForm, contractFormOf } from './contractForm.ts';

/** What Edit Contract knows. Licenses that are issued meanwhile change no field of it. */
export function useEditContract(contract: Readonly<Ref<Contract | null>>) {
  const { timeZone } = useDisplayPreferences();
  const { command } = useContractCommands();
  return reactive(
    useRecordForm({
      stored: () => contract.value,
      revisionOf: ({ revision }) => revision,
      formOf: (stored) => contractFormOf(stored, timeZone.value),
      check: (form, opened) => {
        const used = contract.value?.used ?? opened.used;
        const checked = checkContractForm(form, { timeZone: timeZone.value, opened: { ...opened, used } });
        return checked.ok ? { ok: true, ...changedMembers(wired(opened), checked.facts) } : checked;
      },
      send: async ({ changes }, opened) => {
        await command(opened, { type: 'edit', revision: opened.revision, changes });
        return 'saved' as const;
      },
    }),
  );
}

/** The contract's fields as they are sent. */
function wired(contract: Contract): CreateContractRequest['facts'] {
  const { name, generatorId, quota, activationLimit, features, expiresAt, rates } = contract;
  return {
    name,
    generatorId,
    quota,
    activationLimit,
    features,
    expiresAt: expiresAt?.toISOString() ?? null,
    rates,
  };
}
