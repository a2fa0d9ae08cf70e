import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import type { JsonObject } from '@latchkey/domain/json';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import { refusalOf } from '@latchkey/domain/license/transitions';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useDisplayPreferences } from '../../ui/display.ts';
import { useNow } from '../../ui/useNow.ts';
import {
  checkEditForm,
  dateLocked,
  editFormOf,
  ownerChange,
  ownerLocked,
  type EditErrors,
  type EditForm,
} from './editForm.ts';
import { useActor } from '../../session/useActor.ts';
import { useLicenseCommands } from './useLicenseCommands.ts';

interface Opened {
  readonly license: License;
  readonly metadata: JsonObject;
}

/**
 * What Edit License knows. The form holds the license as it was opened; when somebody changes it meanwhile
 * the form says so and keeps what was entered, and "take over" goes on from the newer state.
 */
export function useEditLicense(
  license: Readonly<Ref<License | null>>,
  hidden: Readonly<Ref<LicensePrivate | null>>,
) {
  const { timeZone } = useDisplayPreferences();
  const now = useNow();
  const actor = useActor();
  const { give } = useLicenseCommands();
  const opened = shallowRef<Opened | null>(null);
  const form = ref<EditForm | null>(null);
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  watch(
    [license, hidden],
    ([nextLicense, nextHidden]) => {
      if (opened.value !== null || nextLicense === null || nextHidden === null) return;
      opened.value = { license: nextLicense, metadata: nextHidden.metadata };
      form.value = editFormOf(nextLicense, nextHidden.metadata, timeZone.value);
    },
    { immediate: true },
  );

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
    form.value === null || opened.value === null ? 'none' : ownerChange(form.value, opened.value.license),
  );
  const checked = computed(() =>
    form.value === null || opened.value === null
      ? null
      : checkEditForm(form.value, opened.value, { timeZone: timeZone.value, now: now.value }),
  );
  const errors = computed<EditErrors>(() =>
    tried.value && checked.value?.ok === false ? checked.value.errors : {},
  );
  const changed = computed(() => (checked.value?.ok === true ? checked.value.changed : []));
  const outdated = computed(
    () =>
      license.value !== null &&
      opened.value !== null &&
      license.value.revision !== opened.value.license.revision,
  );

  /** Goes on from the newer state: fields that were not touched take its values, the others stay as entered. */
  function takeOver(): void {
    if (license.value === null || hidden.value === null || opened.value === null || form.value === null)
      return;
    const before = editFormOf(opened.value.license, opened.value.metadata, timeZone.value);
    const newer = editFormOf(license.value, hidden.value.metadata, timeZone.value);
    form.value = mergeForms(before, form.value, newer);
    opened.value = { license: license.value, metadata: hidden.value.metadata };
    problem.value = null;
  }

  /** true when it was saved */
  async function save(): Promise<boolean> {
    tried.value = true;
    problem.value = null;
    if (busy.value || opened.value === null || checked.value?.ok !== true) return false;
    if (checked.value.changed.length === 0) return true;
    busy.value = true;
    try {
      const { license: edited } = opened.value;
      const { changes, customer } = checked.value;
      const named = customer === null ? {} : { customer };
      await give(edited, { type: 'edit', revision: edited.revision, changes, ...named });
      return true;
    } catch (cause) {
      problem.value = toProblem(cause);
      return false;
    } finally {
      busy.value = false;
    }
  }

  /** Whether the form may be sent; shows what is wrong with it. */
  function check(): boolean {
    tried.value = true;
    return checked.value?.ok === true;
  }

  return reactive({
    form,
    errors,
    closed,
    locked,
    ownerClosed,
    owner,
    changed,
    outdated,
    busy,
    problem,
    check,
    save,
    takeOver,
  });
}

/** Field by field: what the person changed stays, the rest follows the newer state. */
export function mergeForms(before: EditForm, mine: EditForm, newer: EditForm): EditForm {
  const pick = <K extends keyof EditForm>(name: K): EditForm[K] =>
    JSON.stringify(mine[name]) === JSON.stringify(before[name]) ? newer[name] : mine[name];
  return {
    customer: pick('customer'),
    limit: pick('limit'),
    expiry: pick('expiry'),
    graceDays: pick('graceDays'),
    features: pick('features'),
    metadata: pick('metadata'),
  };
}
