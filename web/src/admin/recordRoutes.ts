import type { RouteRecordRaw } from 'vue-router';

/** Pages of what licenses are made of and belong to, and of the work that is done with them. */
export const recordRoutes: readonly RouteRecordRaw[] = [
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
        component: () => import('./pages/NewContractPage.vue'),
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
        component: () => import('./pages/EditContractPage.vue'),
        props: true,
        meta: { title: 'Edit contract' },
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
];
