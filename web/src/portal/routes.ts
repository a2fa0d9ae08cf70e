import type { RouteRecordRaw } from 'vue-router';
import { frame } from '../words/frame.en.ts';
import { wordsOf } from '../words/words.ts';
import PortalLayout from './PortalLayout.vue';

type Page = keyof typeof frame.english.pages;
const page = (name: Page) => ({ title: () => wordsOf(frame).pages[name] });

/** The portal's pages; this file is fetched only for customers. */
export const portalRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/portal',
    component: PortalLayout,
    children: [
      { path: '', redirect: '/portal/dashboard' },
      {
        path: 'dashboard',
        component: () => import('./pages/DashboardPage.vue'),
        meta: { ...page('dashboard'), early: true },
      },
      {
        path: 'licenses',
        children: [
          {
            path: '',
            component: () => import('./pages/LicensesPage.vue'),
            meta: { ...page('licenses'), early: true },
          },
          {
            path: ':env/:id',
            component: () => import('./pages/LicensePage.vue'),
            props: true,
            meta: { title: () => wordsOf(frame).license },
          },
          {
            path: ':env/:id/check',
            component: () => import('./pages/CheckLicensePage.vue'),
            props: true,
            meta: { title: () => wordsOf(frame).check },
          },
        ],
      },
      {
        path: 'activations',
        component: () => import('./pages/ActivationsPage.vue'),
        meta: page('activations'),
      },
      {
        path: 'downloads',
        component: () => import('./pages/DownloadsPage.vue'),
        meta: page('downloads'),
      },
      {
        path: 'welcome',
        component: () => import('./pages/WelcomePage.vue'),
        meta: { title: () => wordsOf(frame).welcome },
      },
      {
        path: 'settings',
        component: () => import('./pages/SettingsPage.vue'),
        meta: page('settings'),
      },
      { path: 'profile', component: () => import('./pages/ProfilePage.vue'), meta: page('profile') },
    ],
  },
];
