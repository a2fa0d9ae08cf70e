import type { RouteRecordRaw } from 'vue-router';
import AdminLayout from './AdminLayout.vue';
import { nameEnvironment } from './environmentAddress.ts';
import { recordRoutes } from './recordRoutes.ts';
import { systemRoutes } from './systemRoutes.ts';

/** The console's pages; this file is fetched only after the role is known. */
export const adminRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/admin',
    component: AdminLayout,
    beforeEnter: nameEnvironment,
    children: [
      { path: '', redirect: '/admin/dashboard' },
      {
        path: 'dashboard',
        component: () => import('./pages/DashboardPage.vue'),
        meta: { title: 'Dashboard' },
      },
      ...recordRoutes,
      ...systemRoutes,
    ],
  },
];
