import { createVuetify } from 'vuetify';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { dark, light } from './colors.ts';

const field = {
  variant: 'outlined',
  density: 'compact',
  color: 'primary',
  rounded: 'lg',
  hideDetails: 'auto',
} as const;

/**
 * Vuetify with the look of Latchkey: calm surfaces, one accent, 4 px grid, compact controls. Components are
 * imported by the build where a template names them, so nothing is registered here.
 */
export function createTheme() {
  return createVuetify({
    theme: { defaultTheme: 'system', themes: { light, dark } },
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    display: {
      mobileBreakpoint: 'sm',
      thresholds: { xs: 0, sm: 600, md: 960, lg: 1280, xl: 1920, xxl: 2560 },
    },
    defaults: {
      VBtn: { variant: 'flat', rounded: 'lg', elevation: 0 },
      VCard: { variant: 'outlined', rounded: 'lg' },
      VTextField: field,
      VTextarea: { ...field, rows: 3, autoGrow: true },
      VSelect: field,
      VAutocomplete: field,
      VCombobox: field,
      VNumberInput: { ...field, controlVariant: 'hidden' },
      VCheckbox: { density: 'compact', color: 'primary', hideDetails: 'auto' },
      VSwitch: { density: 'compact', color: 'primary', hideDetails: 'auto', inset: true },
      VList: { density: 'compact', prependGap: 12 },
      VMenu: { offset: 4 },
      VTooltip: { openDelay: 300 },
    },
  });
}
