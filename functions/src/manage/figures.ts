import { StateCounts } from '@latchkey/domain/wire/console/countByState';
import type { DashboardFigures } from '@latchkey/domain/wire/console/dashboardFigures';
import { Figures } from '@latchkey/domain/wire/console/dashboardFigures';
import { recordId } from '@latchkey/domain/wire/console/fields';
import {
  CountLicenses,
  LicenseCount,
  PreviewRetention,
  RetentionPreview,
} from '@latchkey/domain/wire/manage/figures';
import * as z from 'zod';
import { countByState } from '../operations/catalog/licenseCounts.ts';
import { countLicenses } from '../operations/countLicenses.ts';
import { dashboardFigures } from '../operations/dashboard/dashboardFigures.ts';
import { remembered } from '../operations/dashboard/remembered.ts';
import { previewRetention } from '../operations/retention/previewRetention.ts';
import { ownGenerator } from './generators.ts';
import { ownProduct } from './products.ts';
import { within } from './reach.ts';
import { READ } from './records.ts';
import { ManageRefusal } from './refusal.ts';
import type { ManageRoute } from './route.ts';
import { route } from './route.ts';

const HALF_A_MINUTE = 30_000;
const known = remembered<DashboardFigures>(HALF_A_MINUTE);
const tag = 'figures';

export const FIGURE_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/figures',
      id: 'getFigures',
      tag,
      scope: 'everything',
      summary: 'What the first page of the console shows',
      description: 'At most half a minute old.',
      answer: Figures,
    },
    async ({ call, environment }) => {
      const { ok: _ok, ...figures } = await known(environment, () => dashboardFigures(call, environment));
      return { body: figures };
    },
  ),
  route(
    {
      ...READ,
      path: '/licenses/count',
      id: 'countLicenses',
      tag,
      scope: 'products',
      summary: 'Count licenses',
      description:
        'Exact, however many there are, by the stored state. `createdSince` goes with status and productId only. A key ' +
        'that is limited to products names one of them.',
      query: CountLicenses,
      answer: LicenseCount,
    },
    async ({ call, environment, apiKey, query }) => {
      const { createdSince, ...filters } = query;
      if (filters.productId !== undefined) within(apiKey, filters.productId);
      else if (apiKey.productIds !== null) {
        throw new ManageRefusal('OUT_OF_SCOPE', 'This key is limited to products: name one of them.');
      }
      const since = createdSince === undefined ? undefined : new Date(createdSince);
      return { body: { count: await countLicenses(call, environment, { ...filters, createdSince: since }) } };
    },
  ),
  route(
    {
      ...READ,
      path: '/products/{productId}/license-counts',
      id: 'countProductLicenses',
      tag,
      scope: 'products',
      summary: 'Count the licenses of a product by state',
      params: z.strictObject({ productId: recordId }),
      answer: StateCounts,
      refuses: [404],
    },
    async (asked) => {
      const { id } = await ownProduct(asked, asked.params.productId);
      return { body: await countByState(asked.call.store, asked.environment, { by: 'product', id }) };
    },
  ),
  route(
    {
      ...READ,
      path: '/generators/{generatorId}/license-counts',
      id: 'countGeneratorLicenses',
      tag,
      scope: 'products',
      summary: 'Count the licenses of a generator by state',
      params: z.strictObject({ generatorId: recordId }),
      answer: StateCounts,
      refuses: [404],
    },
    async (asked) => {
      const { id } = await ownGenerator(asked, asked.params.generatorId);
      return { body: await countByState(asked.call.store, asked.environment, { by: 'generator', id }) };
    },
  ),
  route(
    {
      method: 'post',
      path: '/settings/retention/preview',
      id: 'previewRetention',
      tag: 'settings',
      scope: 'everything',
      permission: 'console.read',
      summary: 'What would be deleted by age',
      description: 'If so much were kept, saved or not; nothing is deleted.',
      body: PreviewRetention,
      answer: RetentionPreview,
      example: { kept: { jobs: 90, mails: 90, deliveries: 30, signIns: 365 } },
    },
    async ({ call, environment, body }) => ({
      body: { items: await previewRetention(call, environment, body.kept), next: null },
    }),
  ),
];
