import './schemas.ts';
import '@fontsource-variable/inter/wght.css';
import 'vuetify/styles/core';
import 'vuetify/styles/utilities';
import './theme/base.css';
import './theme/tones.css';
import './theme/environments.css';

import { languageFor } from '@latchkey/domain/language';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createWebHistory } from 'vue-router';
import App from './App.vue';
import { startFirebase } from './firebase/app.ts';
import { loadConfig } from './firebase/config.ts';
import { loadFirestore } from './firebase/live.ts';
import { createAppRouter } from './router/router.ts';
import { usePreferences } from './session/preferences.ts';
import { hadPortal, useSession, wasSignedIn } from './session/session.ts';
import { provideThemeStylesheet } from './theme/stylesheet.ts';
import { createTheme } from './theme/vuetify.ts';
import { services } from './words/services.en.ts';
import { speak, wordsOf } from './words/words.ts';

async function start(): Promise<void> {
  startFirebase(await loadConfig());
  const app = createApp(App);
  app.use(createPinia());
  provideThemeStylesheet(app);
  app.use(createTheme());
  const session = useSession();
  session.start();
  const preferences = usePreferences();
  app.use(
    createAppRouter({
      history: createWebHistory(),
      session: { ready: session.ready, state: () => session.state },
      // While it is being found out who this is: both areas begin with a list, and lists need Firestore.
      expect: () => {
        if (wasSignedIn()) void loadFirestore();
      },
      likely: () => (hadPortal() ? 'portal' : null),
      // The console is written in English only.
      speak: (area) => speak(area === 'admin' ? 'en' : preferences.spoken),
      load: {
        admin: async () => (await import('./admin/routes.ts')).adminRoutes,
        portal: async () => (await import('./portal/routes.ts')).portalRoutes,
      },
    }),
  );
  app.mount('#app');
}

start().catch(async (error: unknown) => {
  console.error(error);
  await speak(languageFor(navigator.languages));
  const page = document.getElementById('app');
  if (page !== null) page.textContent = wordsOf(services)['cannot-start'];
});
