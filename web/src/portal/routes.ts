import type { RouteRecordRaw } from 'vue-router';
import PortalLayout from './PortalLayout.vue';

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
        meta: { title: 'Dashboard', early: true },
      },
      {
        path: 'licenses',
        children: [
          {
            path: '',
            component: () => import('./pages/LicensesPage.vue'),
            meta: { title: 'My licenses', early: true },
          },
          {
            path: ':env/:id',
            component: () => import('./pages/LicensePage.vue'),
            props: true,
            meta: { title: 'License' },
          },
          {
            path: ':env/:id/check',
            component: () => import('./pages/CheckLicensePage.vue'),
            props: true,
            meta: { title: 'Why does it not work?' },
          },
        ],
      },
      {
        path: 'activations',
        component: () => import('./pages/ActivationsPage.vue'),
        meta: { title: 'Activations' },
      },
      {
        path: 'downloads',
        component: () => import('./pages/DownloadsPage.vue'),
        meta: { title: 'Downloads' },
      },
      {
        path: 'welcome',
        component: () => import('./pages/WelcomePage.vue'),
        meta: { title: 'Welcome' },
      },
      {
        path: 'settings',
        component: () => import('./pages/SettingsPage.vue'),
        meta: { title: 'Settings' },
      },
      { path: 'profile', component: () => import('./pages/ProfilePage.vue'), meta: { title: 'Profile' } },
    ],
  },
];
