import { area } from './area.ts';
import { plural } from './plural.ts';

const n = plural('en');
const within = (days: number): string => n(days, { one: '1 day', other: `${days} days` });
type Kind = 'hardware' | 'domain';
const noun = (kind: Kind): string => (kind === 'domain' ? 'domain' : 'device');

/** A customer's devices. */
export const devices = area('devices', {
  title: 'Activations',
  purpose: 'The devices and domains that use your licenses. New ones are added only in the software itself.',
  list: 'Devices',
  device: 'Device',
  product: 'Product',
  license: 'License',
  status: 'Status',
  lastSeen: 'Last seen',
  lastSeenAt: 'Last seen:',
  allStatuses: 'All statuses',
  search: 'Search by device or domain',
  searchLabel: 'Search my devices',
  noneFits: 'No device fits',
  noneFitsText: 'Look for something else, or show all of them.',
  showAll: 'Show all devices',
  none: 'No devices yet',
  noneText: 'Enter a license key in your software; the device appears here by itself.',
  myLicenses: 'My licenses',
  deactivate: 'Deactivate',
  deactivateIt: (name: string) => `Deactivate ${name}`,
  done: (name: string) => `Deactivated ${name}. Its place is free.`,
  ask: (kind: Kind) => `Deactivate this ${noun(kind)}?`,
  verb: (kind: Kind) => `Deactivate ${noun(kind)}`,
  consequence: (product: string, name: string, kind: Kind) =>
    `${product} stops working on ${name} at its next check. The place becomes free at once, so that you can use it elsewhere. To use this ${noun(kind)} again, activate it in the software.`,
  /** Why a device cannot be taken off here. */
  closed: {
    suspended: 'Stopped together with its license',
    deactivated: 'Deactivated already; activate it again in the software',
    bySeller: 'The seller deactivates devices for you: ask them',
    again: (when: string, limit: number, days: number) =>
      `Possible again on ${when}: a license lets go of ${limit} within ${within(days)}. If it is urgent, ask the seller`,
  },
  /** What is left after this one. */
  left: (after: number, limit: number, days: number) => {
    const more =
      after === 0
        ? 'This is the last one'
        : `${n(after, { one: '1 more is', other: `${after} more are` })} possible afterwards`;
    return `${more}: a license lets go of ${limit} within ${within(days)}.`;
  },
  questions: 'Questions about devices',
  answers: [
    {
      question: 'Why can I not deactivate one of them?',
      answer:
        'Only a device that is Active can be deactivated. A Suspended one is stopped together with its license, and one that is Deactivated has left already. The seller may also allow only a few within a time; then it says when the next one is possible.',
    },
    {
      question: 'What does “Last seen: Never” mean?',
      answer:
        'The software was activated there and has not checked its license since. Make sure that the device is connected to the internet.',
    },
    {
      question: 'How do I use a device again that I deactivated, or add a new one?',
      answer:
        'In the software itself: enter your license key there and activate it. That is not possible from here.',
    },
  ],
});
