import {
  createRouter,
  type RouteLocationNormalized,
  type RouteRecordRaw,
  type Router,
  type RouterHistory,
} from 'vue-router';
import type { SessionState } from '../session/session.ts';
import { areaOf, decide, type Area } from './decide.ts';
import { publicRoutes } from './publicRoutes.ts';
import { safeRedirect } from './redirect.ts';

type PrivateArea = Exclude<Area, 'public'>;

export interface RouterParts {
  readonly history: RouterHistory;
  /** The session as far as the guard needs it; resolves once it is known who is signed in. */
  readonly session: { readonly ready: Promise<void>; readonly state: () => SessionState };
  /** Fetches the routes of an area: called only for those who may enter it. */
  readonly load: Readonly<Record<PrivateArea, () => Promise<readonly RouteRecordRaw[]>>>;
  /** Told while the session is still unknown, so that a likely visitor need not wait in line. */
  readonly expect?: (area: PrivateArea) => void;
}

/** The app's router: public pages at once, console and portal only after the role is known. */
export function createAppRouter({ history, session, load, expect }: RouterParts): Router {
  const router = createRouter({
    history,
    routes: publicRoutes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  const loaded = new Set<PrivateArea>();

  router.beforeEach(async (to) => {
    const area = areaOf(to.path);
    if (area !== 'public' && !loaded.has(area)) expect?.(area);
    await session.ready;
    const signedInAtSignIn = to.path === '/sign-in' && session.state() !== 'signed-out';
    const wanted = signedInAtSignIn ? safeRedirect(to.query.redirect) : null;
    if (wanted !== null) return wanted;

    const decision = decide(session.state(), to);
    if (decision.kind === 'go') return decision.path;
    if (decision.kind === 'not-found') return notFound(to);
    if (area === 'public' || loaded.has(area)) return true;
    for (const route of await load[area]()) router.addRoute(route);
    loaded.add(area);
    // Asked for again, now that the page exists.
    return { path: to.path, query: to.query, hash: to.hash };
  });
  router.afterEach((to) => {
    document.title = typeof to.meta.title === 'string' ? `${to.meta.title} · Latchkey` : 'Latchkey';
  });
  return router;
}

/** The "not found" page under the address that was asked for. */
function notFound(to: RouteLocationNormalized) {
  if (to.name === 'not-found') return true;
  const { query, hash } = to;
  return { name: 'not-found', params: { path: to.path.slice(1).split('/') }, query, hash };
}
