import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/lint/boundaries.mjs';
import { house } from './tools/lint/rules/house.mjs';

const specs = ['**/*.spec.ts', '**/testing/**', 'apps/acceptance/**'];
const storage = ['**/*.repository.ts', '**/*.queries.ts', '**/*.entity.ts', '**/migrations/**', '**/data-source.ts'];
const settings = ['**/env.ts', '**/migrate.ts'];
const runsAnywhere = [
  'libs/kernel/**/*.ts',
  'libs/contracts/**/*.ts',
  'libs/identification/rules/**/*.ts',
  'libs/identification/workflows/**/*.ts',
];

const apps = readdirSync(join(import.meta.dirname, 'apps')).map((app) =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'apps', app, 'package.json'), 'utf8')),
);
/** Every application's scope; `shared` and `tools` have rows of their own. */
const scopes = [...new Set(apps.map(scopeOf))].filter((scope) => scope !== 'tools');

function scopeOf(manifest) {
  return manifest.nx.tags.find((tag) => tag.startsWith('scope:')).slice('scope:'.length);
}

const named = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

function moduleBoundaries(purpose) {
  return {
    '@nx/enforce-module-boundaries': [
      'error',
      { depConstraints: boundaries(scopes, purpose), allowCircularSelfDependency: purpose === 'commands' },
    ],
  };
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/*.generated.ts', '**/coverage/**', '.nx/**', '.jingzhun/**', '**/templates/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', named],
      // A port is asynchronous even where one of its implementations is not.
      '@typescript-eslint/require-await': 'off',
      // Objects of functions (kafkajs, our ports) are meant to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // Temporal's protocol answers enumerations as plain numbers.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Does not see what decorators use.
      'no-useless-assignment': 'off',
      // Refusing control characters in what people upload takes a control character in a pattern.
      'no-control-regex': 'off',
    },
  },

  {
    files: ['**/*.{ts,mjs,cjs}'],
    plugins: { '@nx': nx, house },
    rules: {
      ...moduleBoundaries('production'),
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message:
            'Export by name: `export *` hides what a library offers and drags Node code into the workflow bundle.',
        },
        {
          selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
          message: 'A sixth collaborator is a question: is this two use cases? Split the class.',
        },
      ],
      'house/no-imports-of-apps': ['error', apps.map(({ name }) => name)],
      'house/test-doors-for-specs': 'error',
      'max-lines': ['error', { max: 350 }],
    },
  },
  { files: ['**/*.service.ts'], rules: { 'max-lines': ['error', { max: 160, skipComments: true }] } },
  {
    files: specs,
    rules: { ...moduleBoundaries('specs'), 'house/test-doors-for-specs': 'off' },
  },
  {
    // Jest's matchers are typed `any`.
    files: ['**/*.spec.ts', 'apps/acceptance/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },

  { files: runsAnywhere, ignores: specs, rules: { 'house/no-node-builtins': 'error' } },
  {
    files: ['apps/**/*.ts'],
    ignores: [...storage, ...specs],
    rules: { 'house/storage-in-storage-files': 'error' },
  },
  { files: ['apps/**/*.rules.ts'], rules: { 'house/rules-are-pure': 'error' } },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: [...settings, ...specs],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only env.ts reads the environment. Declare the variable there and take the value as an argument.',
        },
      ],
    },
  },

  {
    // What a developer starts: plain Node, loading what its own package has built.
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { process: false, console: false, Buffer: false, URL: false, setTimeout: false } },
    rules: {
      ...moduleBoundaries('commands'),
      'no-unused-vars': ['error', named],
      'house/test-doors-for-specs': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: false } },
  },
  prettier,
);
