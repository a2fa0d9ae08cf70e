import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import {
  ACTIVATION_STATUSES,
  type Activation,
  type ActivationStatus,
} from '@latchkey/domain/activation/activation';
import { useCount } from '../../firebase/useCount.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readActivation } from '../readActivation.ts';
import { DEVICE_PAGE, deviceCountQuery, devicePageQuery, type DeviceCursor } from './activationQuery.ts';

/** Every device of the environment, newest first, page by page; the state filter lives in the address. */
export function useDeviceList() {
  const route = useRoute();
  const router = useRouter();
  const environment = useEnvironment();
  const status = computed<ActivationStatus | null>(
    () => ACTIVATION_STATUSES.find((one) => one === route.query.status) ?? null,
  );
  const cursor = shallowRef<DeviceCursor | null>(null);
  const number = shallowRef(1);
  watch([status, () => environment.current], () => first());

  const page = useLiveQuery<Activation>(
    () => devicePageQuery(environment.current, status.value, cursor.value),
    (id, data) => readActivation(environment.current)(id, data),
  );
  const total = useCount(() => deviceCountQuery(environment.current, status.value));
  const backwards = computed(() => cursor.value?.side === 'before');
  const rows = computed(() =>
    backwards.value ? page.data.value.slice(-DEVICE_PAGE) : page.data.value.slice(0, DEVICE_PAGE),
  );
  const hasNext = computed(() => backwards.value || page.data.value.length > DEVICE_PAGE);

  function first(): void {
    cursor.value = null;
    number.value = 1;
  }
  function turn(side: DeviceCursor['side']): void {
    const edge = side === 'after' ? rows.value.at(-1) : rows.value[0];
    if (edge === undefined) return;
    number.value += side === 'after' ? 1 : -1;
    if (number.value < 2) first();
    else cursor.value = { side, values: [edge.activatedAt, edge.id] };
  }
  watch(
    () => page.data.value.map(({ id, status: now }) => id + now).join(),
    () => total.refresh(),
  );

  const countText = computed(() => {
    const from = (number.value - 1) * DEVICE_PAGE + 1;
    const range = `${from}–${from + rows.value.length - 1}`;
    const count = total.count.value;
    if (count === null) return range;
    return count >= 500 ? `${range} of more than 499 devices` : `${range} of ${count} devices`;
  });

  return {
    page,
    rows,
    status,
    countText,
    hasNext,
    hasPrevious: computed(() => number.value > 1),
    next: () => turn('after'),
    previous: () => turn('before'),
    filter: (to: ActivationStatus | null) => void router.push({ query: to === null ? {} : { status: to } }),
  };
}
