/**
 * `npm run mutation` changes the rules of identification one small thing at a time and sees whether a spec notices; fails
 * when less than 85 % is noticed. `npm run mutation -- meeting.ts sample.ts` does so for some files, and asks only the specs
 * beside them, and beside what is named after a plus (`npm run mutation -- veto-check.ts +veto.ts`): quicker, and never kinder,
 * as what another spec would notice counts as missed.
 *
 * Rules are pure, so no server is started. Two runners, whatever the machine, or MUTATION_RUNNERS: a campaign may run beside it.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));
process.env.JINGZHUN_TEST_SERVERS = 'none';

const rules = 'libs/identification/rules/src';
const report = '.jingzhun/mutation';
const given = process.argv.slice(2);
const named = given.filter((file) => !file.startsWith('+')).map((file) => `${rules}/${file}`);
const specs = given.map((file) => `<rootDir>/${rules}/${file.replace(/^\+/, '').replace(/\.ts$/, '')}{,.*}.spec.ts`);

const stryker = new Stryker({
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  // The spec run without its servers; `null` survives the way into the runners, `undefined` does not.
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.cjs',
    config: {
      globalSetup: null,
      globalTeardown: null,
      maxWorkers: 1,
      setupFiles: ['<rootDir>/tools/mutation/few-runs.cjs'],
      ...(specs.length > 0 && { testMatch: specs }),
    },
  },
  coverageAnalysis: 'perTest',
  // What a constant of a file says is read once, when the file is loaded: each such change would cost a run of every spec.
  ignoreStatic: true,
  mutate:
    named.length > 0
      ? named
      : [
          `${rules}/**/*.ts`,
          `!${rules}/**/*.spec.ts`,
          `!${rules}/testing/**`,
          // Data: what a form, a profile, a list of facts, vetoes or codes says is decided by people, not derived. Its checks
          // (form-check, profile-check, veto-check, card-check, migration-check) are rules, and are changed like the others.
          ...['forms', 'profiles', 'facts', 'vetoes', 'cards', 'migrations'].map((folder) => `!${rules}/${folder}/**`),
          `!${rules}/code-list.ts`,
          // The code beside that data.
          `${rules}/facts/define.ts`,
        ],
  // Only the rules are copied for the runners.
  ignorePatterns: [
    '*',
    '!libs',
    '!libs/**',
    'libs/platform',
    'libs/contracts',
    '**/dist',
    '!jest.config.cjs',
    '!package.json',
    '!tools',
    '!tools/mutation',
    '!tools/mutation/**',
    '!tsconfig*.json',
  ],
  concurrency: Number(process.env.MUTATION_RUNNERS ?? 2),
  // A changed loop that never ends is noticed by its turns. The clock is only for the rest, and generous: on a busy machine a
  // slow run must not pass for a change that was noticed.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false },
  htmlReporter: { fileName: `${report}/index.html` },
  jsonReporter: { fileName: `${report}/mutation.json` },
  tempDirName: `${report}/copies`,
  allowConsoleColors: false,
});

try {
  await stryker.runMutationTest();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
