import {
  createRouter,
  type RouteLocationNormalized,
  type RouteRecordRaw,
  type Router,
  type RouterHistory,
} from 'vue-router';
import { watch } from 'vue';
import type { SessionState } from '../session/session.ts';
import { shownLanguage } from '../words/words.ts';
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
  /**
   * Where whoever was here last may probably go: pages of it with `meta.early` are opened before it is known who
   * this is. They show their frame and ask for nothing until then.
   */
  readonly likely?: () => PrivateArea | null;
  /** Brings the words that an area is shown in; its pages wait for them. */
  readonly speak?: (area: Area) => Promise<void>;
}

/** The app's router: public pages at once, console and portal only after the role is known. */
export function createAppRouter({ history, session, load, expect, likely, speak }: RouterParts): Router {
  const router = createRouter({
    history,
    routes: publicRoutes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  const loaded = new Set<PrivateArea>();

  /** Fetches the routes of an area; the page is asked for again, now that it exists. */
  async function open(area: PrivateArea, { path, query, hash }: RouteLocationNormalized) {
    const routes = load[area]();
    expect?.(area);
    for (const route of await routes) router.addRoute(route);
    loaded.add(area);
    return { path, query, hash };
  }

  /** Decides about a page that was opened early as soon as it can be decided. */
  async function decideLater(to: RouteLocationNormalized): Promise<void> {
    await session.ready;
    const decision = decide(session.state(), to);
    if (decision.kind === 'go') await router.replace(decision.path);
    if (decision.kind === 'not-found') await router.replace(nothingAt(to));
  }

  router.beforeEach(async (to) => {
    const area = areaOf(to.path);
    if (area !== 'public' && session.state() === 'loading' && likely?.() === area) {
      if (!loaded.has(area)) return open(area, to);
      if (to.meta.early === true) {
        void decideLater(to);
        return true;
      }
    }
    if (area !== 'public' && !loaded.has(area)) expect?.(area);
    await session.ready;
    const signedInAtSignIn = to.path === '/sign-in' && session.state() !== 'signed-out';
    const wanted = signedInAtSignIn ? safeRedirect(to.query.redirect) : null;
    if (wanted !== null) return wanted;

    const decision = decide(session.state(), to);
    if (decision.kind === 'go') return decision.path;
    if (decision.kind === 'not-found') return notFound(to);
    if (area === 'public' || loaded.has(area)) return true;
    return open(area, to);
  });
  router.beforeResolve((to) => speak?.(areaOf(to.path)));
  const showTitle = (): void => {
    const { title: told } = router.currentRoute.value.meta;
    const title: unknown = typeof told === 'function' ? told() : told;
    document.title = typeof title === 'string' ? `${title} · Latchkey` : 'Latchkey';
  };
  router.afterEach(showTitle);
  watch(shownLanguage, showTitle);
  return router;
}

/** The "not found" page under the address that was asked for. */
function notFound(to: RouteLocationNormalized) {
  return to.name === 'not-found' ? true : nothingAt(to);
}

function nothingAt({ path, query, hash }: RouteLocationNormalized) {
  return { name: 'not-found', params: { path: path.slice(1).split('/') }, query, hash };
}
