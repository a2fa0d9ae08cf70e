import { mdiAccountCheckOutline, mdiAccountClockOutline, mdiAccountOffOutline } from '@mdi/js';
import type { CustomerStatus } from '@latchkey/domain/customer/customer';
import type { StateLook } from '../ui/stateLook.ts';

/** The one look of a customer's state. */
export const CUSTOMER_LOOK: Readonly<Record<CustomerStatus, StateLook>> = {
  invited: { word: 'Invited', tone: 'blue', icon: mdiAccountClockOutline, outlined: false },
  active: { word: 'Active', tone: 'green', icon: mdiAccountCheckOutline, outlined: false },
  disabled: { word: 'Disabled', tone: 'red', icon: mdiAccountOffOutline, outlined: true },
};
