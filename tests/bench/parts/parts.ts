import type { Row } from '../stand/goals.ts';
import type { Stand } from '../stand/stand.ts';
import { activate } from './activate.ts';
import { coldStart } from './coldStart.ts';
import { cost } from './cost.ts';
import { firstPaint } from './firstPaint.ts';
import { firstRoute } from './firstRoute.ts';
import { generate } from './generate.ts';
import { listPages } from './listPages.ts';
import { million } from './million.ts';
import { race } from './race.ts';
import { search } from './search.ts';
import { steadyValidate } from './steadyValidate.ts';
import { sweep } from './sweep.ts';

export interface Part {
  readonly names: readonly string[];
  readonly run: (stand: Stand) => Promise<Row[]>;
  /** Whether it compares throughput, so that it counts only where equals come out equal. */
  readonly needsFairness?: boolean;
}

export const PARTS: readonly Part[] = [
  { names: ['P1', 'P2', 'P3'], run: steadyValidate, needsFairness: true },
  { names: ['P4'], run: coldStart },
  { names: ['P5'], run: cost },
  { names: ['P6'], run: race },
  { names: ['P7'], run: activate, needsFairness: true },
  { names: ['P14'], run: million },
  { names: ['P8'], run: generate },
  { names: ['P12'], run: firstRoute },
  { names: ['P13'], run: firstPaint },
  // Last: what they fill the emulator with slows down everything else.
  { names: ['P9'], run: listPages },
  { names: ['P10'], run: search },
  { names: ['P11'], run: sweep },
];
