import type { SessionState } from '../session/session.ts';

export type Area = 'admin' | 'portal' | 'public';

export type Decision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'go'; readonly path: string }
  /** The page does not exist for this person; said without saying whether it exists for others. */
  | { readonly kind: 'not-found' };

const ALLOW: Decision = { kind: 'allow' };

/** Which part of the app a path belongs to. */
export function areaOf(path: string): Area {
  const first = path.split('/')[1]?.toLowerCase();
  return first === 'admin' || first === 'portal' ? first : 'public';
}

/** Where a person starts. */
export function homeOf(state: SessionState): string {
  switch (state) {
    case 'console':
    case 'both':
      return '/admin';
    case 'portal':
      return '/portal';
    case 'none':
      return '/no-access';
    case 'changed':
    case 'disabled':
      return '/access-changed';
    case 'loading':
    case 'signed-out':
      return '/sign-in';
  }
}

/** May this person see this path? Total over state and path; pure, so that it can be tested as a table. */
export function decide(
  state: SessionState,
  to: { readonly path: string; readonly fullPath: string },
): Decision {
  const area = areaOf(to.path);
  if (area === 'public') {
    const entrance = to.path === '/' || to.path === '/sign-in' || to.path === '/no-access';
    const home = homeOf(state);
    return entrance && home !== to.path ? { kind: 'go', path: home } : ALLOW;
  }
  switch (state) {
    case 'loading':
    case 'signed-out':
      return { kind: 'go', path: `/sign-in?redirect=${encodeURIComponent(to.fullPath)}` };
    case 'changed':
    case 'disabled':
    case 'none':
      return { kind: 'go', path: homeOf(state) };
    case 'both':
      return ALLOW;
    case 'console':
      return area === 'admin' ? ALLOW : { kind: 'not-found' };
    case 'portal':
      return area === 'portal' ? ALLOW : { kind: 'not-found' };
  }
}
