import { createPinia } from 'pinia';
import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router';
import { afterEach, expect, test } from 'vitest';
import type { VueWrapper } from '@vue/test-utils';
import FeatureTable from '../../web/src/licenses/FeatureTable.vue';
import OwnLicenseTable from '../../web/src/licenses/own/OwnLicenseTable.vue';
import { PORTAL_NAVIGATION } from '../../web/src/portal/navigation.ts';
import { portalRoutes } from '../../web/src/portal/routes.ts';
import { frame } from '../../web/src/words/frame.en.ts';
import { aLicense, DAY } from '../support/builders.ts';
import { mountPart } from './support/mount.ts';

let wrapper: VueWrapper | undefined;
afterEach(() => wrapper?.unmount());
const router = () => createRouter({ history: createMemoryHistory(), routes: [...portalRoutes] });

test('a row of one’s licenses tells product, the beginning of the key, state, devices of how many, and expiry', () => {
  const expiresAt = new Date(Date.now() + 40 * DAY);
  const license = aLicense({ status: 'active', activationCount: 2, activationLimit: 3, expiresAt });
  const global = { plugins: [router(), createPinia()] };
  const props = { rows: [license, aLicense({ id: 'other' })], state: 'ready', error: null };
  wrapper = mountPart(OwnLicenseTable, { props, global });
  const [dated, lifetime] = wrapper.findAll('tbody tr').map((row) => row.text());
  expect(dated).toContain('Acme Editor');
  expect(dated).toContain('Active');
  expect(dated).toContain('2 of 3 devices');
  expect(dated).toContain(String(expiresAt.getUTCFullYear()));
  expect(dated).not.toContain(license.key);
  expect(lifetime).toContain('Lifetime');
});

test('the features of a license are told one by one: switched on, numbers, and what is not included', () => {
  wrapper = mountPart(FeatureTable, { props: { features: { export: true, seats: 25, beta: false } } });
  const lines = wrapper.findAll('tbody tr');
  expect(lines.map((line) => line.get('th').text())).toEqual(['beta', 'export', 'seats']);
  expect(lines[2]?.text()).toContain('25');
  expect(lines.map((line) => line.classes().includes('off'))).toEqual([true, false, false]);
});

test('the portal leads to its six pages, five of them from the bottom of a phone, and each is there', () => {
  expect(PORTAL_NAVIGATION.map(({ name }) => frame.english.pages[name])).toEqual([
    'Dashboard',
    'My licenses',
    'Activations',
    'Downloads',
    'Profile',
    'Settings',
  ]);
  expect(PORTAL_NAVIGATION.filter(({ onPhone }) => onPhone)).toHaveLength(5);
  for (const { path, name } of PORTAL_NAVIGATION) {
    const found = router().resolve(path).matched.at(-1) as RouteRecordRaw | undefined;
    const title = found?.meta?.title;
    expect(typeof title === 'function' ? title() : title, path).toBe(frame.english.pages[name]);
  }
});
