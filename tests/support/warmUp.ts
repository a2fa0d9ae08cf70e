import { seedLicenses } from './seedLicenses.ts';
import { ask, inTurns } from './software.ts';
import type { World } from './world.ts';

/**
 * Lets emulator and process compile what they are about to run. A race measures decisions; an
 * emulator in its first seconds would answer some with "try again later", as it should.
 */
export async function warmUp(world: World, urls: readonly string[]): Promise<void> {
  const licenses = await seedLicenses(world, 20, () => ({ activationLimit: -1 }));
  await inTurns(100 + urls.length * 50, 8, (index) => {
    const key = licenses[index % licenses.length]?.key;
    return ask(urls[index % urls.length] ?? '', 'activate', { key, identifier: `warm-${index}` });
  });
}
