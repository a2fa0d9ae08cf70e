import type { RouteRecordRaw } from 'vue-router';

/** The pages that anybody may open; each in a chunk of its own. */
export const publicRoutes: readonly RouteRecordRaw[] = [
  // Never shown: the guard sends everybody from here to where they start.
  { path: '/', redirect: '/sign-in' },
  { path: '/sign-in', component: () => import('../signin/SignInPage.vue'), meta: { title: 'Sign in' } },
  { path: '/reset', component: () => import('../signin/ResetPage.vue'), meta: { title: 'Reset password' } },
  {
    path: '/lost-key',
    component: () => import('../signin/LostKeyPage.vue'),
    meta: { title: 'Lost license key' },
  },
  {
    path: '/auth/action',
    component: () => import('../signin/NewPasswordPage.vue'),
    meta: { title: 'Set password' },
  },
  { path: '/no-access', component: () => import('../signin/NoAccessPage.vue'), meta: { title: 'No access' } },
  {
    path: '/access-changed',
    component: () => import('../signin/AccessChangedPage.vue'),
    meta: { title: 'Access changed' },
  },
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('../signin/NotFoundPage.vue'),
    meta: { title: 'Not found' },
  },
];
