import type { RouteRecordRaw } from 'vue-router';
import { signin } from '../words/signin.en.ts';
import { wordsOf } from '../words/words.ts';

type Page = keyof typeof signin.english.titles;
const titled = (page: Page) => ({ title: () => wordsOf(signin).titles[page] });

/** The pages that anybody may open; each in a chunk of its own. */
export const publicRoutes: readonly RouteRecordRaw[] = [
  // Never shown: the guard sends everybody from here to where they start.
  { path: '/', redirect: '/sign-in' },
  { path: '/sign-in', component: () => import('../signin/SignInPage.vue'), meta: titled('signIn') },
  { path: '/reset', component: () => import('../signin/ResetPage.vue'), meta: titled('reset') },
  {
    path: '/lost-key',
    component: () => import('../signin/LostKeyPage.vue'),
    meta: titled('lostKey'),
  },
  {
    path: '/auth/action',
    component: () => import('../signin/NewPasswordPage.vue'),
    meta: titled('setPassword'),
  },
  { path: '/no-access', component: () => import('../signin/NoAccessPage.vue'), meta: titled('noAccess') },
  {
    path: '/access-changed',
    component: () => import('../signin/AccessChangedPage.vue'),
    meta: titled('changed'),
  },
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('../signin/NotFoundPage.vue'),
    meta: titled('notFound'),
  },
];
