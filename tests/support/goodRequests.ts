import { goodCatalogRequests } from './goodCatalogRequests.ts';
import { goodLicenseRequests } from './goodLicenseRequests.ts';
import { goodWebhookRequests } from './goodWebhookRequests.ts';
import { goodWorkRequests } from './goodWorkRequests.ts';
import type { GoodRequests, ManageBench } from './manageBench.ts';

/** A good request of every operation of the management API, by the name of the operation. */
export function goodRequests(bench: ManageBench): GoodRequests {
  return {
    ...goodLicenseRequests(bench),
    ...goodCatalogRequests(bench),
    ...goodWebhookRequests(bench),
    ...goodWorkRequests(bench),
  };
}
