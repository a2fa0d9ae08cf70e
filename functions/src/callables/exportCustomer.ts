import type { ExportCustomerAnswer } from '@latchkey/domain/wire/console/exportCustomer';
import { ExportCustomerRequest } from '@latchkey/domain/wire/console/exportCustomer';
import { exportCustomer as read } from '../operations/customer/exportCustomer.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** What is kept about one customer, page by page, for whoever answers their request to see it. */
export const exportCustomer = door(
  ExportCustomerRequest,
  async ({ environment, customerId, part, after }, request, requestId): Promise<ExportCustomerAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'licenses.export'), requestId);
    const page = await read(call, environment, customerId, part, after);
    return page.ok ? { ...page, rows: [...page.rows] } : page;
  },
);
