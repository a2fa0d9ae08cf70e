import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils';
import type { Component } from 'vue';
import { createVuetify } from 'vuetify';
import * as components from 'vuetify/components';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';

// The stand-in browser has no visual viewport, which Vuetify's overlays listen to.
if (!('visualViewport' in globalThis)) Object.assign(globalThis, { visualViewport: new EventTarget() });

/** Components with a type parameter are typed as functions, which Vue's own type does not foresee. */
type Part = Component | ((...props: never[]) => unknown);

/** Mounts a part of the interface as the app would: with Vuetify, attached to the page. */
export function mountPart(part: Part, options: ComponentMountingOptions<unknown> = {}): VueWrapper {
  const vuetify = createVuetify({ components, icons: { defaultSet: 'mdi', aliases, sets: { mdi } } });
  return mount(part as Component, {
    attachTo: document.body,
    ...options,
    global: { ...options.global, plugins: [vuetify, ...(options.global?.plugins ?? [])] },
  });
}
