import type { Activation } from '@latchkey/domain/activation/activation';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readActivation } from '../readActivation.ts';
import { deviceFilterOf, devicesQuery, deviceUrlOf, type DeviceFilter } from './activationQuery.ts';

/** Every device of the environment, newest first. */
export function useDeviceList(): List<Activation, DeviceFilter> {
  const environment = useEnvironment();
  return useList<Activation, DeviceFilter>({
    noun: { one: 'device', many: 'devices' },
    filterOf: deviceFilterOf,
    urlOf: deviceUrlOf,
    query: (filter) => devicesQuery(environment.current, filter),
    read: (id, data) => readActivation(environment.current)(id, data),
  });
}
