import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { sameJson } from '@latchkey/domain/json';
import { sectionNamed } from '@latchkey/domain/settings/sections';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { checkValues } from '@latchkey/domain/settings/values';
import type { SaveSettingsAnswer, SaveSettingsRequest } from '@latchkey/domain/wire/console/saveSettings';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { toProblem, type Problem } from '../firebase/errors.ts';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { useEnvironment } from '../session/environment.ts';
import { useReauthentication } from '../session/reauthentication.ts';
import { useSession } from '../session/session.ts';
import { entryOf, valueOf, valueWords, type SettingEntry } from './settingEntry.ts';
import { savedSection, settingsDocPath, type SavedSection } from './settingsDoc.ts';

const send = callable<SaveSettingsRequest, SaveSettingsAnswer>('saveSettings');

/** One line of the save bar: "Grace after expiry: 0 days → 7 days". */
export interface SettingChange {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What the form of one section knows. It holds the section as it was opened; when somebody saves it meanwhile,
 * fields that were not touched follow, and the others are kept and said to differ.
 */
export function useSectionForm(section: () => SectionName) {
  const environment = useEnvironment();
  const session = useSession();
  const { withFreshSignIn } = useReauthentication();
  const live = useLiveDoc(
    () => settingsDocPath(environment.current, section()),
    (_id, data) => data,
  );
  const settings = computed(() => sectionNamed(section()).settings);
  const opened = shallowRef<SavedSection | null>(null);
  const entries = ref<Record<string, SettingEntry>>({});
  const tried = ref(false);
  /** Of the mail server: null = as it is, '' = none any more. */
  const password = ref<string | null>(null);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const mayWrite = computed(() => session.can('settings.write'));

  function open(saved: SavedSection): void {
    const before = opened.value;
    const same = before?.section === saved.section && before.environment === saved.environment;
    entries.value = Object.fromEntries(
      Object.entries(settings.value).map(([name, setting]) => {
        const newer = entryOf(setting, saved.values[name] ?? setting.default);
        const mine = entries.value[name];
        const touched = same && mine && changes.value.some((change) => change.name === name);
        return [name, touched ? mine : newer];
      }),
    );
    opened.value = saved;
    if (!same) tried.value = false;
    if (!same) problem.value = null;
    if (!same) password.value = null;
  }

  const entered = computed(() =>
    Object.fromEntries(
      Object.entries(settings.value).map(([name, setting]) => {
        const entry = entries.value[name];
        return [name, entry === undefined ? setting.default : valueOf(setting, entry)];
      }),
    ),
  );
  const checked = computed(() => checkValues(section(), entered.value));
  /** What is entered, while all of it is allowed. */
  const valid = computed(() => (checked.value.ok ? checked.value.values : null));
  const errors = computed(() => (tried.value && !checked.value.ok ? checked.value.errors : {}));
  const changes = computed<SettingChange[]>(() => {
    const before = opened.value;
    if (before?.section !== section()) return [];
    const settled = Object.entries(settings.value).flatMap(([name, setting]) => {
      const now = checked.value.ok ? checked.value.values[name] : entered.value[name];
      const was = before.values[name];
      if (sameJson(now, was)) return [];
      const after = valueWords(setting, now);
      return [{ name, label: setting.label, before: valueWords(setting, was), after }];
    });
    return password.value === null ? settled : [...settled, passwordChange(before, password.value)];
  });

  watch(
    [() => live.state.value, () => live.data.value, section, () => environment.current],
    ([state, data]) => {
      if (state === 'ready') open(savedSection(environment.current, section(), data ?? undefined));
      else if (opened.value?.section !== section() || opened.value.environment !== environment.current) {
        opened.value = null;
      }
    },
    { immediate: true },
  );

  function reset(name: string): void {
    const setting = settings.value[name];
    if (setting) entries.value[name] = entryOf(setting, setting.default);
  }

  function discard(): void {
    const saved = opened.value;
    opened.value = null;
    problem.value = null;
    tried.value = false;
    if (saved) open(saved);
  }

  /** Whether a setting counts at all, by what is entered for the one it hangs on. */
  function counts(name: string): boolean {
    const while_ = settings.value[name]?.onlyWhile;
    if (while_ === undefined) return true;
    return sameJson(entered.value[while_.setting], while_.is) && counts(while_.setting);
  }

  /** true when it was saved */
  async function save(): Promise<boolean> {
    tried.value = true;
    problem.value = null;
    if (busy.value || !checked.value.ok || opened.value === null) return false;
    const { revision } = opened.value;
    const secret = password.value === null ? {} : { password: password.value === '' ? null : password.value };
    const request = {
      ...secret,
      environment: environment.current,
      section: section(),
      revision,
      values: checked.value.values,
    };
    const act = async () => accepted(await send(request));
    busy.value = true;
    try {
      const guarded = GUARDED[section()];
      await (guarded === undefined ? act() : withFreshSignIn(guarded, act));
      tried.value = false;
      password.value = null;
      return true;
    } catch (cause) {
      problem.value = toProblem(cause);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return reactive({
    live,
    settings,
    opened,
    entries,
    valid,
    errors,
    changes,
    password,
    mayWrite,
    busy,
    problem,
    counts,
    reset,
    discard,
    save,
  });
}

/** What asks for a fresh sign-in, in words that follow "Enter your password to". */
const GUARDED: Readonly<Partial<Record<SectionName, string>>> = {
  security: 'change how sign-ins are guarded',
  mail: 'change by which way mail leaves',
};

function passwordChange({ passwordSet }: SavedSection, password: string): SettingChange {
  const before = passwordSet ? 'set' : 'none';
  return { name: 'password', label: 'SMTP password', before, after: password === '' ? 'none' : 'set anew' };
}
