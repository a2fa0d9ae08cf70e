import type {
  DashboardFigures,
  DashboardFiguresAnswer,
} from '@latchkey/domain/wire/console/dashboardFigures';
import { DashboardFiguresRequest } from '@latchkey/domain/wire/console/dashboardFigures';
import { dashboardFigures as figures } from '../operations/dashboard/dashboardFigures.ts';
import { remembered } from '../operations/dashboard/remembered.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

const HALF_A_MINUTE = 30_000;
const known = remembered<DashboardFigures>(HALF_A_MINUTE);

/** What the console's first page shows; the same for everybody who may look into the environment. */
export const dashboardFigures = door(
  DashboardFiguresRequest,
  async ({ environment }, request, requestId): Promise<DashboardFiguresAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'console.read'), requestId);
    return known(environment, () => figures(call, environment));
  },
);
