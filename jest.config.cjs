/**
 * One configuration for the whole workspace: `npx jest <path>` works anywhere.
 *
 * NestJS 12 and a few others publish ES modules only, which CommonJS Jest on Node 20 cannot load; they are transformed
 * like our own sources. A new ES-module-only dependency of a test is added to this list.
 */
const esModulePackages = [
  '@nestjs',
  'file-type',
  'token-types',
  'strtok3',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'jose',
  'nanoid',
  '@graphql-hive',
  '@graphql-mesh',
  '@graphql-tools',
  '@whatwg-node',
  'graphql-yoga',
];

const transformer = {
  // The build's .swcrc leaves specs out.
  swcrc: false,
  module: { type: 'commonjs', strict: true },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,tools}/**/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  // `source` makes Jest read the TypeScript of our own packages, so that specs never depend on a build.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  transform: { '^.+\\.[cm]?[tj]s$': ['@swc/jest', transformer] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  maxWorkers: 2,
  // Package manifests of build output and run folders are not modules of ours.
  modulePathIgnorePatterns: ['<rootDir>/\\.nx/', '<rootDir>/\\.jingzhun/'],
  testTimeout: 30_000,
  globalSetup: '<rootDir>/tools/stack/src/jest-global-setup.ts',
  globalTeardown: '<rootDir>/tools/stack/src/jest-global-teardown.ts',
};
