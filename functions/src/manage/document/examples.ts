import * as z from 'zod';
import type { ManageRoute } from '../route.ts';
import { CATALOG_EXAMPLES } from './catalogExamples.ts';
import { LICENSE_EXAMPLES } from './licenseExamples.ts';
import { OUTSIDE_EXAMPLES } from './outsideExamples.ts';
import { WORK_EXAMPLES } from './workExamples.ts';

/** One look at the answers, by their schemas. */
const EXAMPLES = new Map<z.ZodType, object>([
  ...LICENSE_EXAMPLES,
  ...CATALOG_EXAMPLES,
  ...OUTSIDE_EXAMPLES,
  ...WORK_EXAMPLES,
]);

/** The example of a route's answer; a list shows one of its records. */
export function answerExamples({ answer }: ManageRoute): { example?: object } {
  if (answer === null) return {};
  const own = EXAMPLES.get(answer);
  if (own !== undefined) return { example: own };
  const items = answer instanceof z.ZodObject ? (answer.shape['items'] as unknown) : undefined;
  const element = items instanceof z.ZodArray ? (items.element as unknown) : undefined;
  const one = element instanceof z.ZodType ? EXAMPLES.get(element) : undefined;
  return one === undefined
    ? {}
    : { example: { items: [one], next: 'MTc2MzgwNjUzMDAwMC5oN1FrMm1ZdDBiUndYY1ZuNHpMcA' } };
}
