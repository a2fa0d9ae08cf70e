import type {
  LiveSource,
  QueryDescription,
  RawDoc,
  Snapshot,
} from '../../../web/src/firebase/description.ts';

/** One open subscription, as the server's side sees it. */
export interface Subscription {
  readonly query: QueryDescription;
  open: boolean;
  readonly answer: (docs: RawDoc[], fromCache?: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/** A stand-in for Firestore whose answers the test gives by hand. */
export function fakeLive() {
  const subscriptions: Subscription[] = [];
  const source: LiveSource = {
    watchQuery(query, next: (s: Snapshot<RawDoc[]>) => void, fail) {
      const subscription: Subscription = {
        query,
        open: true,
        answer: (value, fromCache = false) => next({ value, fromCache }),
        fail,
      };
      subscriptions.push(subscription);
      return () => (subscription.open = false);
    },
    watchDoc: () => () => undefined,
    readPage: () => Promise.resolve([]),
    count: () => Promise.resolve(0),
  };
  return { source, subscriptions };
}
