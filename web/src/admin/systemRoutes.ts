import type { RouteRecordRaw } from 'vue-router';

/** Pages of those who run all this: people, programs, rules, settings, and what is on record of them. */
export const systemRoutes: readonly RouteRecordRaw[] = [
  {
    path: 'admins',
    children: [
      { path: '', component: () => import('./pages/AdminsPage.vue'), meta: { title: 'Admins' } },
      { path: 'new', component: () => import('./pages/NewAdminPage.vue'), meta: { title: 'Invite' } },
      {
        path: ':id',
        component: () => import('./pages/AdminPage.vue'),
        props: true,
        meta: { title: 'Admin' },
      },
    ],
  },
  {
    path: 'webhooks',
    children: [
      { path: '', component: () => import('./pages/WebhooksPage.vue'), meta: { title: 'Webhooks' } },
      {
        path: 'new',
        component: () => import('./pages/NewEndpointPage.vue'),
        meta: { title: 'Create endpoint' },
      },
      {
        path: 'deliveries',
        component: () => import('./pages/DeliveriesPage.vue'),
        meta: { title: 'Delivery log' },
      },
      {
        path: 'deliveries/:id',
        component: () => import('./pages/DeliveryPage.vue'),
        props: true,
        meta: { title: 'Delivery' },
      },
      {
        path: ':id',
        component: () => import('./pages/EndpointPage.vue'),
        props: true,
        meta: { title: 'Endpoint' },
      },
      {
        path: ':id/edit',
        component: () => import('./pages/EditEndpointPage.vue'),
        props: true,
        meta: { title: 'Edit endpoint' },
      },
    ],
  },
  {
    path: 'abuse',
    children: [
      { path: '', component: () => import('./pages/AbuseCasesPage.vue'), meta: { title: 'Abuse cases' } },
      {
        path: ':id',
        component: () => import('./pages/AbuseCasePage.vue'),
        props: true,
        meta: { title: 'Abuse case' },
      },
    ],
  },
  {
    path: 'api-keys',
    children: [
      {
        path: 'new',
        component: () => import('./pages/ApiKeyFormPage.vue'),
        meta: { title: 'Make an API key' },
      },
      {
        path: ':id/edit',
        component: () => import('./pages/ApiKeyFormPage.vue'),
        props: true,
        meta: { title: 'Edit API key' },
      },
      {
        path: ':id?',
        component: () => import('./pages/ApiKeysPage.vue'),
        props: true,
        meta: { title: 'API keys' },
      },
    ],
  },
  {
    path: 'api-reference',
    component: () => import('./pages/ApiReferencePage.vue'),
    meta: { title: 'API reference' },
  },
  { path: 'profile', component: () => import('./pages/ProfilePage.vue'), meta: { title: 'Profile' } },
  { path: 'audit', component: () => import('./pages/AuditPage.vue'), meta: { title: 'Audit' } },
  {
    path: 'settings',
    component: () => import('./settings/SettingsLayout.vue'),
    children: [
      { path: '', redirect: '/admin/settings/license' },
      { path: 'templates', redirect: '/admin/settings/templates/assignment' },
      {
        path: 'templates/:kind',
        component: () => import('./pages/MailTemplatesPage.vue'),
        props: true,
        meta: { title: 'Mail templates' },
      },
      {
        path: 'sent-mail',
        component: () => import('./pages/SentMailPage.vue'),
        meta: { title: 'Sent mail' },
      },
      {
        path: ':section',
        component: () => import('./pages/SettingsSectionPage.vue'),
        props: true,
        meta: { title: 'Settings' },
      },
    ],
  },
];
