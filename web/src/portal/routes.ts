import type { RouteRecordRaw } from 'vue-router';
import PortalLayout from './PortalLayout.vue';

/** The portal's pages; this file is fetched only for customers. */
export const portalRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/portal',
    component: PortalLayout,
    children: [
      { path: '', redirect: '/portal/licenses' },
      {
        path: 'licenses',
        component: () => import('./pages/LicensesPage.vue'),
        meta: { title: 'My licenses' },
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
