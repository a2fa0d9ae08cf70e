import { computed, reactive, type Ref } from 'vue';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import { refusalOf } from '@latchkey/domain/license/transitions';
import { useActor } from '../../session/useActor.ts';
import { useDisplayPreferences } from '../../ui/display.ts';
import { useNow } from '../../ui/useNow.ts';
import { useRecordForm } from '../../ui/useRecordForm.ts';
import { checkEditForm, dateLocked, editFormOf, ownerChange, ownerLocked } from './editForm.ts';
import { useLicenseCommands } from './useLicenseCommands.ts';

/** What Edit License knows: the form, and what the license's state, its date and this person's role leave open. */
export function useEditLicense(
  license: Readonly<Ref<License | null>>,
  hidden: Readonly<Ref<LicensePrivate | null>>,
) {
  const { timeZone } = useDisplayPreferences();
  const now = useNow();
  const actor = useActor();
  const { give } = useLicenseCommands();
  const edit = useRecordForm({
    stored: () =>
      license.value && hidden.value && { license: license.value, metadata: hidden.value.metadata },
    revisionOf: ({ license: { revision } }) => revision,
    formOf: (stored) => editFormOf(stored.license, stored.metadata, timeZone.value),
    check: (form, opened) => checkEditForm(form, opened, { timeZone: timeZone.value, now: now.value }),
    send: async ({ changes, customer }, opened) => {
      const named = customer === null ? {} : { customer };
      const { revision } = opened.license;
      await give(opened.license, { type: 'edit', revision, changes, ...named });
      return 'saved' as const;
    },
  });

  const closed = computed(() =>
    license.value === null
      ? null
      : (refusalOf(license.value, 'edit', actor.value, now.value)?.reason ?? null),
  );
  const locked = computed(() => (license.value === null ? null : dateLocked(license.value, now.value)));
  const ownerClosed = computed(() =>
    license.value === null ? null : ownerLocked(license.value, actor.value, now.value),
  );
  const owner = computed(() =>
    edit.form.value === null || edit.opened.value === null
      ? 'none'
      : ownerChange(edit.form.value, edit.opened.value.license),
  );

  return reactive({ ...edit, closed, locked, ownerClosed, owner });
}
