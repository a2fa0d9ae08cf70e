import 'vuetify/styles';
import { initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  getAuth,
  onAuthStateChanged,
  signInWithEmailAndPassword,
  type User,
} from 'firebase/auth';
import { connectFunctionsEmulator, getFunctions } from 'firebase/functions';
import { createPinia } from 'pinia';
import { createApp, defineComponent, h, ref } from 'vue';
import { createRouter, createWebHistory, RouterView } from 'vue-router';
import { createVuetify } from 'vuetify';
import { VApp } from 'vuetify/components/VApp';
import { VAppBar, VAppBarNavIcon, VAppBarTitle } from 'vuetify/components/VAppBar';
import { VBtn } from 'vuetify/components/VBtn';
import { VCard } from 'vuetify/components/VCard';
import { VContainer } from 'vuetify/components/VGrid';
import { VList, VListItem } from 'vuetify/components/VList';
import { VMain } from 'vuetify/components/VMain';
import { VMenu } from 'vuetify/components/VMenu';
import { VNavigationDrawer } from 'vuetify/components/VNavigationDrawer';
import { VTable } from 'vuetify/components/VTable';
import { VTextField } from 'vuetify/components/VTextField';
import type { WebConfig } from '../../../../web/src/firebase/config.ts';

/**
 * The least that shows a customer their licenses with the same libraries, used as their guides say: a shell of
 * bar, menu, drawer and search, a sign-in that is remembered, and one query; no looks, states or anything to do.
 */
const config = JSON.parse(document.getElementById('latchkey-config')?.textContent ?? '') as WebConfig;
const { auth: authUrl = '', firestore, functions } = config.emulators ?? {};
const app = initializeApp(config);
const auth = getAuth(app);
connectAuthEmulator(auth, authUrl, { disableWarnings: true });
if (functions) connectFunctionsEmulator(getFunctions(app), functions.host, functions.port);

const rows = ref<readonly { key: string; product: string }[]>([]);
const signIn = (email: string, password: string) => signInWithEmailAndPassword(auth, email, password);
Object.assign(globalThis, { signIn });
onAuthStateChanged(auth, (user) => void (user && show(user)));

async function show(user: User): Promise<void> {
  const sdk = await import('firebase/firestore');
  const db = sdk.getFirestore(app);
  if (firestore) sdk.connectFirestoreEmulator(db, firestore.host, firestore.port);
  const { claims } = await user.getIdTokenResult();
  const licenses = sdk.collection(db, 'environments', 'production', 'licenses');
  const own = sdk.where('customerId', '==', claims['customerId']);
  const { docs } = await sdk.getDocs(sdk.query(licenses, own, sdk.limit(100)));
  rows.value = docs.map((found) => ({
    key: String(found.get('key')),
    product: String(found.get('productName')),
  }));
}

const licenseList = () =>
  h(VContainer, () => [
    h('h1', 'My licenses'),
    h(VCard, () => [
      h(VTextField, { label: 'Search' }),
      h(VTable, () =>
        h(
          'tbody',
          rows.value.map(({ key, product }) => h('tr', [h('td', product), h('td', key)])),
        ),
      ),
    ]),
  ]);
// A bare function would be taken for one that fetches the page.
const page = defineComponent(() => licenseList);
const places = () => h(VList, () => h(VListItem, { to: '/', title: 'My licenses' }));
const account = ({ props }: { props: object }) => h(VBtn, props, () => 'Account');
const shell = () =>
  h(VApp, () => [
    h(VAppBar, () => [
      h(VAppBarNavIcon),
      h(VAppBarTitle, () => 'Licenses'),
      h(VMenu, null, { activator: account, default: places }),
    ]),
    h(VNavigationDrawer, null, places),
    h(VMain, () => h(RouterView)),
  ]);

createApp(shell)
  .use(createPinia())
  .use(createVuetify())
  .use(createRouter({ history: createWebHistory(), routes: [{ path: '/:any(.*)*', component: page }] }))
  .mount('#app');
