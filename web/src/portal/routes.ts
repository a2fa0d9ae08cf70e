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
        meta: { title: 'Overview' },
      },
      {
        path: 'licenses',
        children: [
          { path: '', component: () => import('./pages/LicensesPage.vue'), meta: { title: 'My licenses' } },
          {
            path: ':env/:id',
            component: () => import('./pages/LicensePage.vue'),
            props: true,
            meta: { title: 'License' },
          },
        ],
      },
      {
        path: 'activations',
        component: () => import('./pages/ActivationsPage.vue'),
        meta: { title: 'Activations' },
      },
      { path: 'profile', component: () => import('./pages/ProfilePage.vue'), meta: { title: 'Profile' } },
    ],
  },
];
