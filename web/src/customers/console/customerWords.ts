import type { Customer } from '@latchkey/domain/customer/customer';

/** What is asked about before it is done; a new name has a dialog of its own. */
export const CUSTOMER_COMMANDS = ['invite', 'disable', 'enable', 'delete'] as const;
export type CustomerCommandName = (typeof CUSTOMER_COMMANDS)[number];

export interface CustomerWords {
  readonly title: string;
  readonly consequence: string;
  readonly verb: string;
  readonly danger: boolean;
  /** Said when it is done. */
  readonly done: string;
}

/** What the confirmation says. */
export function customerWords(command: CustomerCommandName, customer: Customer): CustomerWords {
  const { email } = customer;
  switch (command) {
    case 'invite': {
      const first = customer.firstSignInAt === null;
      return {
        title: first ? 'Send the invitation again?' : 'Send a password link?',
        consequence: `${email} gets a mail with a link to choose a password. It works for one hour; older links stop working.`,
        verb: first ? 'Send invitation' : 'Send link',
        danger: false,
        done: `Mail to ${email} is on its way`,
      };
    }
    case 'disable':
      return {
        title: 'Disable this customer?',
        consequence:
          'They are signed out of the portal now and cannot sign in again, in every environment. Their licenses go on working: suspend or revoke those if the software has to stop. You can enable them at any time.',
        verb: 'Disable customer',
        danger: true,
        done: `Disabled ${email}`,
      };
    case 'enable':
      return {
        title: 'Enable this customer?',
        consequence: 'They can sign in to the portal again and see their licenses, in every environment.',
        verb: 'Enable customer',
        danger: false,
        done: `Enabled ${email}`,
      };
    case 'delete':
      return {
        title: 'Delete this customer?',
        consequence:
          'Their account, name and e-mail address are removed in every environment. Their licenses stay, go on working and show “Deleted customer”; licenses that are assigned or active can be transferred to somebody else. This cannot be undone.',
        verb: 'Delete customer',
        danger: true,
        done: `Deleted ${email}`,
      };
  }
}
