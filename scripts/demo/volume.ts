import type { Environment } from '@latchkey/domain/environment';
import type { DemoPerson } from './people.ts';
import { demoPeople } from './people.ts';
import type { Life } from './life.ts';
import { liveOne } from './life.ts';
import { DAY, inParallel } from './past.ts';
import type { Chance } from './random.ts';
import { chance } from './random.ts';

const MINUTE = 60_000;
const LICENSES: Record<Environment, number> = { production: 300, staging: 30, development: 10 };

/** Some hundreds of licenses that have lived for months, so that lists and charts look lived in. */
export async function seedVolume(now: Date): Promise<void> {
  const random = chance(20_260_101);
  const people = demoPeople(random, 70);
  const lives = (Object.keys(LICENSES) as Environment[]).flatMap((environment) =>
    Array.from({ length: LICENSES[environment] }, (_, index) =>
      plan(random, environment, index, people, now),
    ),
  );
  lives.push(reminded(people[0] ?? null, now));
  await inParallel(
    lives.map((life) => () => liveOne(life, now)),
    24,
  );
}

/** A trial that has a week left some minutes after the start: whoever has just begun sees a reminder leave. */
function reminded(customer: DemoPerson | null, now: Date): Life {
  return {
    environment: 'production',
    productId: 'acme-editor',
    generatorId: 'acme-editor-trial',
    identifierType: 'hardware',
    // Its 30 days began with its device, half a day after it was made.
    start: new Date(now.getTime() - 23.5 * DAY + 4 * MINUTE),
    customer,
    devices: 1,
    serial: LICENSES.production * 7,
    fate: null,
  };
}

function plan(
  random: Chance,
  environment: Environment,
  index: number,
  people: readonly DemoPerson[],
  now: Date,
): Life {
  const plugin = random.next() < 0.3;
  const trial = !plugin && random.next() < 0.25;
  const pool = random.next() < 0.2;
  return {
    environment,
    productId: plugin ? 'acme-plugin' : 'acme-editor',
    generatorId: plugin ? 'acme-plugin-lifetime' : trial ? 'acme-editor-trial' : 'acme-editor-yearly',
    identifierType: plugin ? 'domain' : 'hardware',
    // Weighted towards now: a business that grows.
    start: new Date(now.getTime() - Math.ceil(random.next() ** 1.6 * 420 * DAY)),
    customer: pool ? null : (people[random.below(people.length)] ?? null),
    devices: random.next() < 0.2 ? 0 : 1 + random.below(trial ? 1 : 2),
    serial: index * 7 + random.below(7),
    fate: fate(random.next()),
  };
}

function fate(draw: number): Life['fate'] {
  if (draw < 0.04) return 'inactivate';
  if (draw < 0.09) return 'suspend';
  if (draw < 0.14) return 'revoke';
  return null;
}
