import { ref, shallowRef } from 'vue';
import type { Activation } from '@latchkey/domain/activation/activation';
import { MAX_DEVICES } from '@latchkey/domain/wire/console/deactivateDevices';
import type {
  DeactivateDevicesAnswer,
  DeactivateDevicesRequest,
} from '@latchkey/domain/wire/console/deactivateDevices';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';

/** A device that stayed as it was, and why. */
export interface LeftAlone {
  readonly device: Activation;
  readonly code: string;
  readonly reason: string;
}

const send = callable<DeactivateDevicesRequest, DeactivateDevicesAnswer>('deactivateDevices');

/** Takes many devices off, a hundred per call; what is done stays done should a later call fail. */
export function useManyDevices() {
  const busy = ref(false);
  const done = ref(0);
  const left = shallowRef<readonly LeftAlone[]>([]);
  const problem = shallowRef<Problem | null>(null);

  function reset(): void {
    done.value = 0;
    left.value = [];
    problem.value = null;
  }

  /** True when every device was asked about. */
  async function run(devices: readonly Activation[]): Promise<boolean> {
    const environment = devices[0]?.environment;
    if (busy.value || environment === undefined) return false;
    busy.value = true;
    reset();
    try {
      for (let from = 0; from < devices.length; from += MAX_DEVICES) {
        const some = devices.slice(from, from + MAX_DEVICES);
        const { rows } = accepted(await send({ environment, activationIds: some.map(({ id }) => id) }));
        const refused = some.flatMap((device) => {
          const row = rows.find(({ activationId }) => activationId === device.id);
          return row?.code ? [{ device, code: row.code, reason: row.reason ?? '' }] : [];
        });
        left.value = [...left.value, ...refused];
        done.value += some.length - refused.length;
      }
      return true;
    } catch (cause) {
      problem.value = toProblem(cause);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, done, left, problem, run, reset };
}
