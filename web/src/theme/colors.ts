import type { ThemeDefinition } from 'vuetify';

/**
 * The two themes. One accent (primary); everything else is grey. Text on each surface passes AA. The colours
 * of states are in tones.css, the colours of environments in environments.css.
 */
export const light: ThemeDefinition = {
  dark: false,
  colors: {
    background: '#F7F7F9',
    surface: '#FFFFFF',
    'surface-bright': '#FFFFFF',
    'surface-light': '#F1F1F5',
    'surface-variant': '#E6E6EE',
    'on-surface-variant': '#3A3B47',
    'on-background': '#17181F',
    'on-surface': '#17181F',
    primary: '#4845C9',
    'on-primary': '#FFFFFF',
    secondary: '#4B4C5A',
    'on-secondary': '#FFFFFF',
    error: '#B3261E',
    'on-error': '#FFFFFF',
    info: '#1D5FBF',
    success: '#1B7A3D',
    warning: '#96530A',
  },
  variables: {
    'border-color': '#17181F',
    'border-opacity': 0.12,
    'high-emphasis-opacity': 1,
    'medium-emphasis-opacity': 0.68,
    'disabled-opacity': 0.42,
  },
};

export const dark: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#101116',
    surface: '#181A21',
    'surface-bright': '#22242D',
    'surface-light': '#1E2029',
    'surface-variant': '#2B2E39',
    'on-surface-variant': '#D5D6E0',
    'on-background': '#ECEDF2',
    'on-surface': '#ECEDF2',
    primary: '#A9A9FF',
    'on-primary': '#17164A',
    secondary: '#B4B6C4',
    'on-secondary': '#17181F',
    error: '#FF9B92',
    'on-error': '#4A0B07',
    info: '#8FBCFF',
    success: '#7BD698',
    warning: '#F3B866',
  },
  variables: {
    'border-color': '#ECEDF2',
    'border-opacity': 0.14,
    'high-emphasis-opacity': 1,
    'medium-emphasis-opacity': 0.7,
    'disabled-opacity': 0.45,
  },
};
