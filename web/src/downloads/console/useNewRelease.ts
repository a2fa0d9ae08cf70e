import { computed, reactive, ref, shallowRef } from 'vue';
import { useEnvironment } from '../../session/environment.ts';
import { useCheckedForm } from '../../ui/useCheckedForm.ts';
import { useDownloadCommands } from './downloadCommands.ts';
import { checkNew, emptyReleaseForm } from './releaseForm.ts';
import { useUpload } from './useUpload.ts';

/**
 * What the form of a new release knows. The record is made first and its file follows; when that breaks off, the
 * next try goes on with the same record, and giving up takes it away again.
 */
export function useNewRelease(productId: string | null) {
  const environment = useEnvironment();
  const { create, reopen, give } = useDownloadCommands();
  const form = ref(emptyReleaseForm(productId));
  const file = shallowRef<File | null>(null);
  const publish = ref(true);
  const upload = reactive(useUpload());
  const { errors, problem, busy, submit } = useCheckedForm(() => checkNew(form.value, file.value));
  /** Once the record is there, the form tells what it says. */
  const made = computed(() => upload.downloadId !== null);

  /** The release's id when all went well; whether it is published, too, is for its page to show. */
  const send = (): Promise<string | null> =>
    submit(async ({ facts, productId: product, file: chosen }) => {
      const place = environment.current;
      const before = upload.downloadId;
      const about = { fileName: chosen.name, size: chosen.size };
      const open = () =>
        before === null
          ? create({ environment: place, productId: product, facts, file: about })
          : reopen({ environment: place, id: before }, chosen);
      // What is there already is not sent again, where only publishing had failed.
      const id = upload.stage === 'done' ? before : await upload.run(place, chosen, open);
      if (id !== null && publish.value) await give({ environment: place, id }, { type: 'publish' });
      return id;
    });

  /** Takes back what was begun; the fields stay. */
  async function discard(): Promise<void> {
    const id = upload.downloadId;
    if (id !== null) await give({ environment: environment.current, id }, { type: 'discard' });
    upload.reset();
  }

  return { form, file, publish, errors, problem, busy, made, upload, send, discard };
}
