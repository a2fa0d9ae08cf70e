import type { RouteRecordRaw } from 'vue-router';
import AdminLayout from './AdminLayout.vue';
import { nameEnvironment } from './environmentAddress.ts';

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
      {
        path: 'licenses',
        children: [
          { path: '', component: () => import('./pages/LicensesPage.vue'), meta: { title: 'License keys' } },
          {
            path: 'new',
            component: () => import('./pages/NewLicensePage.vue'),
            meta: { title: 'Create license' },
          },
          {
            path: ':id',
            component: () => import('./pages/LicensePage.vue'),
            props: true,
            meta: { title: 'License' },
          },
          {
            path: ':id/edit',
            component: () => import('./pages/EditLicensePage.vue'),
            props: true,
            meta: { title: 'Edit license' },
          },
        ],
      },
      {
        path: 'activations',
        component: () => import('./pages/ActivationsPage.vue'),
        meta: { title: 'Activations' },
      },
      {
        path: 'customers',
        children: [
          { path: '', component: () => import('./pages/CustomersPage.vue'), meta: { title: 'Customers' } },
          {
            path: 'new',
            component: () => import('./pages/NewCustomerPage.vue'),
            meta: { title: 'Create customer' },
          },
          {
            path: ':id',
            component: () => import('./pages/CustomerPage.vue'),
            props: true,
            meta: { title: 'Customer' },
          },
        ],
      },
      {
        path: 'contracts',
        children: [
          { path: '', component: () => import('./pages/ContractsPage.vue'), meta: { title: 'Contracts' } },
          {
            path: 'new',
            component: () => import('./pages/ContractFormPage.vue'),
            meta: { title: 'Create contract' },
          },
          {
            path: ':id',
            component: () => import('./pages/ContractPage.vue'),
            props: true,
            meta: { title: 'Contract' },
          },
          {
            path: ':id/edit',
            component: () => import('./pages/ContractFormPage.vue'),
            props: true,
            meta: { title: 'Edit contract' },
          },
        ],
      },
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
        path: 'products',
        children: [
          { path: '', component: () => import('./pages/ProductsPage.vue'), meta: { title: 'Products' } },
          {
            path: 'new',
            component: () => import('./pages/NewProductPage.vue'),
            meta: { title: 'Create product' },
          },
          {
            path: ':id',
            component: () => import('./pages/ProductPage.vue'),
            props: true,
            meta: { title: 'Product' },
          },
          {
            path: ':id/edit',
            component: () => import('./pages/EditProductPage.vue'),
            props: true,
            meta: { title: 'Edit product' },
          },
        ],
      },
      {
        path: 'generators',
        children: [
          { path: '', component: () => import('./pages/GeneratorsPage.vue'), meta: { title: 'Generators' } },
          {
            path: 'new',
            component: () => import('./pages/NewGeneratorPage.vue'),
            meta: { title: 'Create generator' },
          },
          {
            path: ':id',
            component: () => import('./pages/GeneratorPage.vue'),
            props: true,
            meta: { title: 'Generator' },
          },
          {
            path: ':id/edit',
            component: () => import('./pages/EditGeneratorPage.vue'),
            props: true,
            meta: { title: 'Edit generator' },
          },
        ],
      },
      {
        path: 'downloads',
        children: [
          { path: '', component: () => import('./pages/DownloadsPage.vue'), meta: { title: 'Downloads' } },
          {
            path: 'new',
            component: () => import('./pages/NewDownloadPage.vue'),
            meta: { title: 'Upload release' },
          },
          {
            path: ':id',
            component: () => import('./pages/DownloadPage.vue'),
            props: true,
            meta: { title: 'Release' },
          },
          {
            path: ':id/edit',
            component: () => import('./pages/EditDownloadPage.vue'),
            props: true,
            meta: { title: 'Edit release' },
          },
        ],
      },
      {
        path: 'bulk',
        children: [
          { path: '', component: () => import('./pages/BulkPage.vue'), meta: { title: 'Bulk operations' } },
          {
            path: ':id',
            component: () => import('./pages/ImportPage.vue'),
            props: true,
            meta: { title: 'Import' },
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
        path: 'jobs',
        children: [
          { path: '', component: () => import('./pages/JobsPage.vue'), meta: { title: 'Jobs' } },
          {
            path: ':id',
            component: () => import('./pages/JobPage.vue'),
            props: true,
            meta: { title: 'Job' },
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
    ],
  },
];
