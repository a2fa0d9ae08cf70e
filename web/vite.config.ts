import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';
import vuetify, { transformAssetUrls } from 'vite-plugin-vuetify';

/**
 * Preloads the one font file that nearly every page needs (Latin). The other subsets are fetched by the
 * browser only when a text has their letters.
 */
function preloadLatinFont(): Plugin {
  return {
    name: 'preload-latin-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => /inter-latin-wght-normal.*\.woff2$/.test(name));
        if (file === undefined) return [];
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

export default defineConfig({
  plugins: [
    vue({ template: { transformAssetUrls } }),
    vuetify({ autoImport: { labs: false } }),
    preloadLatinFont(),
  ],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    target: 'es2023',
    sourcemap: false,
    // Fonts and icons stay files: a strict content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every route needs and what changes only with a version bump; Vuetify's components are left
          // to the bundler, so that a route carries the ones it shows and no others.
          groups: [
            // Words that every area needs, and what finds them: too small to be fetched one by one.
            {
              name: 'words',
              test: /web[\\/]src[\\/]words[\\/](area|plural|problem|words|services\.en|states\.en|ui\.en)\.ts$/,
            },
            { name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|pinia)[\\/]/, priority: 2 },
            {
              name: 'auth',
              test: /node_modules[\\/]@firebase[\\/](app|auth|component|logger|util)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
