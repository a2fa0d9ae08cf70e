import type { RouteRecordRaw } from 'vue-router';
import AdminLayout from './AdminLayout.vue';

/** The console's pages; this file is fetched only after the role is known. */
export const adminRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/admin',
    component: AdminLayout,
    children: [
      { path: '', redirect: '/admin/licenses' },
      { path: 'licenses', component: () => import('./pages/LicensesPage.vue'), meta: { title: 'Licenses' } },
      {
        path: 'activations',
        component: () => import('./pages/ActivationsPage.vue'),
        meta: { title: 'Activations' },
      },
    ],
  },
];
