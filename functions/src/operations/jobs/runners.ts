import type { JobWork } from '@latchkey/domain/job/work';
import { bulkLicenses } from './bulkLicenses.ts';
import { customerCopies } from './customerCopies.ts';
import { generateLicenses } from './generateLicenses.ts';
import { graceCopies } from './graceCopies.ts';
import { importFile } from './importFile.ts';
import { issueContract } from './issueContract.ts';
import { killSwitch } from './killSwitch.ts';
import { productCopies } from './productCopies.ts';
import { replayWebhooks } from './replayWebhooks.ts';
import type { JobKindRunner } from './kind.ts';

/** The one place that knows every kind: a new one is a member of JobWork and a line here. */
export function runnerOf(work: JobWork): JobKindRunner {
  switch (work.kind) {
    case 'bulk-licenses':
      return bulkLicenses(work);
    case 'generate-licenses':
      return generateLicenses(work);
    case 'issue-contract':
      return issueContract(work);
    case 'kill-switch':
      return killSwitch(work);
    case 'product-copies':
      return productCopies(work);
    case 'customer-copies':
      return customerCopies(work);
    case 'grace-copies':
      return graceCopies();
    case 'import':
      return importFile(work);
    case 'replay-webhooks':
      return replayWebhooks(work);
  }
}
