import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { cycleRule } from './lint/cycleRule.js';
import { domainIsPure } from './lint/domain.js';
import { lawRule } from './lint/lawRule.js';

const everywhere = ['**/*.{ts,vue,js,mjs}'];
const typed = ['**/*.{ts,vue}'];

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'functions/deploy/',
      '.latchkey/',
      'test-results/',
      'playwright-report/',
    ],
  },
  // Rules are not switched off line by line: what has a good reason to differ is named in this file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: everywhere, languageOptions: { globals: globals.node } },
  {
    files: typed,
    extends: [typescript.configs.recommendedTypeChecked, vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: {
        parser: typescript.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      // An exhaustive switch says which cases there are; "default" would swallow the next one.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: false },
      ],
      // Types of modules that are loaded lazily are named by import().
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // An interface may ask for a promise where an implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // Numbers in texts are fine; objects are not, and another rule sees to them.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['web/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Text is text: let Vue interpolate it.',
        })),
      ],
    },
  },
  {
    files: typed,
    plugins: { latchkey: { rules: { 'import-law': lawRule, 'no-circles': cycleRule } } },
    rules: { 'latchkey/import-law': 'error', 'latchkey/no-circles': 'error' },
  },
  {
    files: typed,
    ignores: ['functions/src/index.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
          message: 'No barrels: import from the file that has it.',
        },
      ],
    },
  },
  {
    // To this parser whatever comes out of a .vue file has no type; vue-tsc knows better and checks it.
    files: ['web/**/*.{ts,vue}', 'tests/web/**/*.ts'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  domainIsPure,
  {
    files: ['**/*.{js,mjs}'],
    extends: [typescript.configs.disableTypeChecked],
  },
  prettier,
);
