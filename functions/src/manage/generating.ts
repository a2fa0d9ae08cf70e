import { recordId } from '@latchkey/domain/wire/console/fields';
import { Generate, Generated } from '@latchkey/domain/wire/manage/generators';
import * as z from 'zod';
import { generateLicenses } from '../operations/catalog/generateLicenses.ts';
import { ownGenerator } from './generators.ts';
import type { ManageRoute } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ generatorId: recordId });

export const GENERATING_ROUTES: readonly ManageRoute[] = [
  route(
    {
      method: 'post',
      path: '/generators/{generatorId}/generate',
      id: 'generateLicenses',
      tag: 'generators',
      scope: 'products',
      permission: 'generators.run',
      summary: 'Generate available licenses',
      description: 'Up to 100 are there with the answer; for more a job makes them, which the answer names.',
      params,
      body: Generate,
      answer: Generated,
      refuses: [404, 409, 422],
      example: { quantity: 25 },
    },
    async (asked) => {
      const { call, environment, params: place, body, requestName, around } = asked;
      await ownGenerator(asked, place.generatorId);
      const order = { generatorId: place.generatorId, quantity: body.quantity, request: requestName };
      const outcome = await generateLicenses(call, environment, order);
      if (!outcome.ok) return outcome;
      const { made, jobId } = outcome;
      if (jobId !== null) await around.enqueue({ environment, jobId });
      return { body: { made, jobId } };
    },
  ),
];
