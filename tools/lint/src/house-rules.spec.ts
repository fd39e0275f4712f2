import { dirname, join } from 'node:path';
import { runNode } from './testing/run-node';
import { workspaceRoot } from './testing/workspace-root';

const binary = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

/** The cheap checks of `npm run …`, each as its own program, so that `npm test` covers them. */
const checks = [
  { rule: 'every file is formatted', args: [binary('prettier', 'bin/prettier.cjs'), '--check', '.'] },
  { rule: 'every type fits', args: [binary('typescript', 'bin/tsc'), '--noEmit', '--project', 'tsconfig.json'] },
  { rule: 'what is generated from the graph is fresh', args: ['tools/supergraph/generate.mjs', '--check'] },
  { rule: 'no lint rule, name, import or lock file breaks the rules', args: ['tools/lint/run.mjs'] },
];

describe('the house rules hold', () => {
  it.each(checks)(
    '$rule',
    async ({ args }) => {
      const { code, output } = await runNode(workspaceRoot, args);
      // The output is what a person needs to see when it fails.
      expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    },
    600_000,
  );
});
