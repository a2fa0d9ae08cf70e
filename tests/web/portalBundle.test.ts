// @vitest-environment node
import { resolve, relative, sep } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';

/** What a customer's browser may be given of web/src; everything else is the console's. */
const CUSTOMERS = [
  /^(App\.vue|main\.ts|schemas\.ts|env\.d\.ts)$/,
  /^(portal|account|firebase|router|session|signin|theme|ui|words)\//,
  /^(licenses|activations|downloads)\/(own\/.*|[^/]+)$/,
  /^settings\/(own\/.*|usePortalSwitches\.ts)$/,
];
/** Parts of the domain that only decide about what the console does. */
const CONSOLES_DOMAIN =
  /^domain\/src\/(audit|contract|generator\/batch|job|import|settings\/(sections|mail|save|values))/;

const root = resolve(import.meta.dirname, '../..');
let chunks: Map<string, Rolldown.OutputChunk>;

beforeAll(async () => {
  const built = await build({
    root: resolve(root, 'web'),
    configFile: resolve(root, 'web/vite.config.ts'),
    logLevel: 'silent',
    build: { write: false, minify: false },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const all = (output?.output ?? []).flatMap((file) => (file.type === 'chunk' ? [file] : []));
  chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
}, 300_000);

/**
 * Modules of ours in everything that is fetched from these chunks on. What the entry fetches later is decided
 * by the guard: a customer's own way on is the portal's.
 */
function modulesFrom(start: readonly Rolldown.OutputChunk[], lazily: boolean): string[] {
  return pathsFrom(start, lazily).filter((path) => /^(web|domain)\/src\//.test(path));
}

function pathsFrom(start: readonly Rolldown.OutputChunk[], lazily: boolean): string[] {
  const seen = new Set<string>();
  const walk = (name: string): void => {
    const chunk = chunks.get(name);
    if (chunk === undefined || seen.has(name)) return;
    seen.add(name);
    for (const next of [...chunk.imports, ...(lazily && !chunk.isEntry ? chunk.dynamicImports : [])])
      walk(next);
  };
  for (const chunk of start) walk(chunk.fileName);
  const modules = [...seen].flatMap((name) => chunks.get(name)?.moduleIds ?? []);
  return [
    ...new Set(
      modules.map((id) =>
        relative(root, id.split('?')[0] ?? '')
          .split(sep)
          .join('/'),
      ),
    ),
  ];
}

function chunksWith(path: string): Rolldown.OutputChunk[] {
  return [...chunks.values()].filter(({ moduleIds }) =>
    moduleIds.some((id) => relative(root, id).split(sep).join('/') === path),
  );
}

const entries = (): Rolldown.OutputChunk[] => [...chunks.values()].filter(({ isEntry }) => isEntry);
const given = (): string[] => [
  ...modulesFrom(chunksWith('web/src/portal/routes.ts'), true),
  ...modulesFrom(entries(), false),
];

test("no chunk that the portal leads to holds anything of the console's", () => {
  const modules = given();
  expect(modules).toContain('web/src/portal/pages/LicensePage.vue');
  const ours = modules.flatMap((path) =>
    path.startsWith('web/src/') ? [path.slice('web/src/'.length)] : [],
  );
  expect(ours.filter((path) => !CUSTOMERS.some((allowed) => allowed.test(path)))).toEqual([]);
});

test('nor what the domain decides for the console alone', () => {
  expect(given().filter((path) => CONSOLES_DOMAIN.test(path))).toEqual([]);
});

test('nor the schema library: what a customer reads and sends is little, and checked by hand or by the server', () => {
  const library = (path: string): boolean => /(^|\/)node_modules\/zod\//.test(path);
  expect(pathsFrom(chunksWith('web/src/portal/routes.ts'), true).filter(library)).toEqual([]);
  expect(pathsFrom(chunksWith('web/src/admin/routes.ts'), true).filter(library)).not.toEqual([]);
});

test('the same walk finds the console from its own entrance', () => {
  const modules = modulesFrom(chunksWith('web/src/admin/routes.ts'), true);
  expect(modules).toContain('web/src/admin/pages/LicensesPage.vue');
});
