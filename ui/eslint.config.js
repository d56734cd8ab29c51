import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const NO_STYLE_ATTRIBUTE = {
  selector: 'SvelteAttribute[key.name="style"]',
  message:
    'The content policy forbids style attributes; use a class, or a style: directive for a computed value.',
};

const SAID = 'Every text a person reads stands in src/words, in both languages.';
/** Letters that are not part of an entity such as &nbsp;. */
const LETTERS = '/^(?:[^\\p{L}&]|&#?\\w+;)*\\p{L}/u';
/** Attributes of elements, and properties of components, that are read or spoken. */
const READ =
  '/^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|head|sub|hint|error|why|reason|text|aside|act|stay|locked|ribbon|note)$/';
const NO_LITERAL_TEXT = [
  `SvelteText[value=${LETTERS}]:not(SvelteStyleElement > SvelteText, SvelteScriptElement > SvelteText)`,
  `:not(SvelteAttribute, SvelteStyleDirective) > SvelteMustacheTag > Literal[value=${LETTERS}]`,
  `:not(SvelteAttribute, SvelteStyleDirective) > SvelteMustacheTag > ConditionalExpression > Literal[value=${LETTERS}]`,
  `:not(SvelteAttribute, SvelteStyleDirective) > SvelteMustacheTag > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`,
  `SvelteAttribute[key.name=${READ}] > SvelteLiteral[value=${LETTERS}]`,
  `SvelteAttribute[key.name=${READ}] > SvelteMustacheTag > Literal[value=${LETTERS}]`,
  `SvelteAttribute[key.name=${READ}] > SvelteMustacheTag > ConditionalExpression > Literal[value=${LETTERS}]`,
  `SvelteAttribute[key.name=${READ}] > SvelteMustacheTag > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`,
].map((selector) => ({ selector, message: SAID }));

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'look/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'no-restricted-syntax': ['error', NO_STYLE_ATTRIBUTE, ...NO_LITERAL_TEXT],
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // svelte-check knows the types that cross components; typescript-eslint sees them as any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Collections are replaced whole in $state.raw, or are not shown at all.
      'svelte/prefer-svelte-reactivity': 'off',
      // Places are hash links in one window; there is no SvelteKit router to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
      // A `let` may be a bindable prop beside props that never change.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/ipc/host.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/ipc/host.ts talks to the shell.' }] },
      ],
    },
  },
  {
    // French puts narrow spaces before its signs.
    files: ['src/words/**'],
    rules: { 'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }] },
  },
  {
    // Seen by those who build, in one language, and not shipped.
    files: ['src/gallery/**/*.svelte', 'test/**/*.svelte'],
    rules: { 'no-restricted-syntax': ['error', NO_STYLE_ATTRIBUTE] },
  },
  {
    files: ['scripts/**', '*.js'],
    ...ts.configs.disableTypeChecked,
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { projectService: false },
    },
    rules: { ...ts.configs.disableTypeChecked.rules, 'no-console': 'off' },
  },
);
