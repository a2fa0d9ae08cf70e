import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { revisionOf } from '@latchkey/domain/settings/save';
import { exampleValues } from '@latchkey/domain/mail/example';
import type { MailKind } from '@latchkey/domain/mail/kinds';
import { checkTemplate, fillTemplate, readTemplate } from '@latchkey/domain/mail/template';
import { DEFAULT_TEMPLATES, type MailTemplate } from '@latchkey/domain/mail/templates';
import { readSection } from '@latchkey/domain/settings/values';
import type {
  SaveMailTemplateAnswer,
  SaveMailTemplateRequest,
  SendTestMailAnswer,
  SendTestMailRequest,
} from '@latchkey/domain/wire/console/mail';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useSession } from '../../session/session.ts';
import { useToast } from '../../ui/toast.ts';
import { settingsDocPath } from '../settingsDoc.ts';

const saveTemplate = callable<SaveMailTemplateRequest, SaveMailTemplateAnswer>('saveMailTemplate');
const sendTest = callable<SendTestMailRequest, SendTestMailAnswer>('sendTestMail');

/** What the editor of one template knows: the text, what is wrong with it, and how it will look. */
export function useTemplateForm(kind: () => MailKind) {
  const environment = useEnvironment();
  const session = useSession();
  const toast = useToast();
  const live = useLiveDoc(
    () => `environments/${environment.current}/settings/template-${kind()}`,
    (_id, data) => data,
  );
  const sender = useLiveDoc(
    () => settingsDocPath(environment.current, 'mail'),
    (_id, data) => data,
  );
  const subject = ref('');
  const body = ref('');
  const opened = shallowRef<(MailTemplate & { readonly revision: number; readonly key: string }) | null>(
    null,
  );
  const busy = ref<'save' | 'test' | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const key = computed(() => `${environment.current}/${kind()}`);

  watch(
    [() => live.state.value, () => live.data.value, key],
    ([state, data]) => {
      if (state !== 'ready') return;
      const template = readTemplate(kind(), data ?? undefined);
      const newer = { ...template, revision: revisionOf(data ?? undefined), key: key.value };
      const other = opened.value?.key !== key.value;
      if (other || !changed.value) {
        subject.value = template.subject;
        body.value = template.body;
        problem.value = null;
      }
      opened.value = newer;
    },
    { immediate: true },
  );

  const entered = computed<MailTemplate>(() => ({ subject: subject.value, body: body.value }));
  const changed = computed(() => opened.value !== null && !sameTemplate(entered.value, opened.value));
  const isDefault = computed(() => sameTemplate(entered.value, DEFAULT_TEMPLATES[kind()]));
  const faults = computed(() => checkTemplate(kind(), entered.value));
  const right = computed(() => faults.value.subject === null && faults.value.body === null);
  const preview = computed(() => {
    const mail = readSection('mail', sender.data.value ?? undefined);
    const appUrl = mail.appUrl === '' ? location.origin : mail.appUrl;
    const filled = fillTemplate(entered.value, exampleValues(kind(), appUrl, mail.senderName));
    return { ...filled, from: mail.senderName || mail.senderAddress };
  });

  async function act(what: 'save' | 'test', work: () => Promise<string>): Promise<void> {
    if (busy.value !== null) return;
    busy.value = what;
    problem.value = null;
    try {
      toast.show(await work());
    } catch (cause) {
      problem.value = toProblem(cause);
    } finally {
      busy.value = null;
    }
  }

  const save = () =>
    act('save', async () => {
      const template = isDefault.value ? null : { ...entered.value };
      const revision = opened.value?.revision ?? 0;
      const request = { environment: environment.current, kind: kind(), revision, template };
      accepted(await saveTemplate(request));
      return 'Template saved; mail from now on says this';
    });

  const test = () =>
    act('test', async () => {
      const request = { environment: environment.current, kind: kind(), template: { ...entered.value } };
      const { to } = accepted(await sendTest(request));
      return `Test sent to ${to}`;
    });

  function use({ subject: nextSubject, body: nextBody }: MailTemplate): void {
    subject.value = nextSubject;
    body.value = nextBody;
    problem.value = null;
  }

  return reactive({
    live,
    opened,
    subject,
    body,
    changed,
    isDefault,
    faults,
    right,
    preview,
    busy,
    problem,
    mayWrite: computed(() => session.can('templates.write')),
    save,
    test,
    reset: () => use(DEFAULT_TEMPLATES[kind()]),
    discard: () => opened.value && use(opened.value),
  });
}

function sameTemplate(one: MailTemplate, other: MailTemplate): boolean {
  return one.subject === other.subject && one.body === other.body;
}
