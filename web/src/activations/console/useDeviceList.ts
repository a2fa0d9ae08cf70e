import type { Activation } from '@latchkey/domain/activation/activation';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readActivation } from '../readActivation.ts';
import { devicesQuery, devicesSearchQuery, fitsSearch } from './activationQuery.ts';
import { deviceFilterOf, deviceUrlOf, type DeviceFilter } from './deviceFilter.ts';

/** Every device of the environment. */
export function useDeviceList(): List<Activation, DeviceFilter> {
  const environment = useEnvironment();
  return useList<Activation, DeviceFilter>({
    noun: { one: 'device', many: 'devices' },
    filterOf: deviceFilterOf,
    urlOf: deviceUrlOf,
    query: (filter) => devicesQuery(environment.current, filter, new Date()),
    read: (id, data) => readActivation(environment.current)(id, data),
    search: {
      query: (filter) => devicesSearchQuery(environment.current, filter),
      matches: (row, filter) => fitsSearch(row, filter, new Date()),
    },
  });
}
