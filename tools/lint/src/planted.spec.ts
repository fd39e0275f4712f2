import { join } from 'node:path';
import { runNode } from './testing/run-node';
import { workspaceRoot } from './testing/workspace-root';

interface Planted {
  what: string;
  /** An existing file, whose text is replaced for the occasion; a file of its own may only be plain JavaScript. */
  path: string;
  text: string;
  /** Part of the message that must come; undefined where nothing may be said. */
  refusal?: RegExp;
}

const boundary = /enforce-module-boundaries/;
const imports = (specifier: string) => `import { thing } from '${specifier}';\nexport const other = [thing];\n`;

const refused: Planted[] = [
  {
    what: 'a service may not load workflow code',
    path: 'apps/identification/src/main.ts',
    text: imports('@jingzhun/identification-workflows'),
    refusal: /type:service/,
  },
  {
    what: 'a service may not know the rules of another owner',
    path: 'apps/supervision/src/main.ts',
    text: imports('@jingzhun/identification-rules'),
    refusal: /scope:supervision/,
  },
  {
    what: 'a service may not import another service',
    path: 'apps/supervision/src/main.ts',
    text: imports('@jingzhun/organization'),
    refusal: /house\/no-imports-of-apps/,
  },
  {
    what: 'a service may not reach into another project by path',
    path: 'apps/supervision/src/main.ts',
    text: imports('../../organization/src/env'),
    refusal: boundary,
  },
  {
    what: 'the gateway knows no contract of a service',
    path: 'apps/gateway/src/main.ts',
    text: imports('@jingzhun/contracts/identification'),
    refusal: /type:gateway/,
  },
  {
    what: 'the worker may not use tools',
    path: 'apps/identification-worker/src/main.ts',
    text: imports('@jingzhun/stack'),
    refusal: /type:worker/,
  },
  {
    what: 'a workflow may not load a platform library',
    path: 'libs/identification/workflows/src/index.ts',
    text: imports('@jingzhun/environment'),
    refusal: /type:workflow/,
  },
  {
    what: 'a workflow may not load the Temporal client',
    path: 'libs/identification/workflows/src/index.ts',
    text: imports('@temporalio/client'),
    refusal: /not allowed to import "@temporalio\/client"|type:workflow/,
  },
  {
    what: 'a workflow may not load Node',
    path: 'libs/identification/workflows/src/index.ts',
    text: imports('node:fs'),
    refusal: /house\/no-node-builtins/,
  },
  {
    what: 'the domain may not know contracts',
    path: 'libs/identification/rules/src/score.ts',
    text: imports('@jingzhun/contracts/envelope'),
    refusal: /type:domain/,
  },
  {
    what: 'the domain needs no package',
    path: 'libs/identification/rules/src/score.ts',
    text: imports('zod'),
    refusal: /type:domain/,
  },
  {
    what: 'a platform library may not know the domain',
    path: 'libs/platform/environment/src/index.ts',
    text: imports('@jingzhun/identification-rules'),
    refusal: boundary,
  },
  {
    what: 'a contract may not know the domain',
    path: 'libs/contracts/src/envelope.ts',
    text: imports('@jingzhun/identification-rules'),
    refusal: boundary,
  },
  {
    what: 'a contract may not load a database driver',
    path: 'libs/contracts/src/envelope.ts',
    text: imports('pg'),
    refusal: /type:contract/,
  },
  {
    what: 'the kernel imports nothing of ours',
    path: 'libs/kernel/src/clock.ts',
    text: imports('@jingzhun/environment'),
    refusal: boundary,
  },
  {
    what: 'the kernel imports no package',
    path: 'libs/kernel/src/clock.ts',
    text: imports('zod'),
    refusal: /type:kernel/,
  },
  {
    what: 'the acceptance scenarios may not import what they test',
    path: 'apps/acceptance/planted.mjs',
    text: imports('@jingzhun/supervision'),
    refusal: /house\/no-imports-of-apps/,
  },
  {
    what: 'a tool may not import an app',
    path: 'tools/lint/src/source-files.ts',
    text: imports('@jingzhun/gateway'),
    refusal: /house\/no-imports-of-apps/,
  },
  {
    what: 'production code may not use a test door',
    path: 'apps/supervision/src/main.ts',
    text: imports('@jingzhun/database/testing'),
    refusal: /house\/test-doors-for-specs/,
  },
  {
    what: 'only storage files know TypeORM',
    path: 'apps/supervision/src/main.ts',
    text: imports('typeorm'),
    refusal: /house\/storage-in-storage-files/,
  },
  {
    what: 'of the types of TypeORM only the transaction is handed on',
    path: 'apps/supervision/src/main.ts',
    text: "import type { DataSource } from 'typeorm';\nexport type Storage = DataSource;\n",
    refusal: /house\/storage-in-storage-files/,
  },
  {
    what: 'a rule may not load storage',
    path: 'apps/identification/src/entry/entry.rules.ts',
    text: imports('./entry.repository'),
    refusal: /house\/rules-are-pure/,
  },
  {
    what: 'only env.ts reads the environment',
    path: 'apps/supervision/src/main.ts',
    text: 'export const port = process.env.PORT;\n',
    refusal: /Only env\.ts reads the environment/,
  },
  {
    what: 'a library exports by name',
    path: 'libs/kernel/src/index.ts',
    text: "export * from './clock';\n",
    refusal: /Export by name/,
  },
  {
    what: 'nothing is of type any',
    path: 'libs/kernel/src/clock.ts',
    text: 'export const thing: any = 1;\n',
    refusal: /no-explicit-any/,
  },
  {
    what: 'no promise is left to itself',
    path: 'libs/kernel/src/clock.ts',
    text: 'const work = async () => 1;\nexport function start(): void {\n  work();\n}\n',
    refusal: /no-floating-promises/,
  },
  {
    what: 'an asynchronous validator, which would never reject, is seen',
    path: 'libs/kernel/src/clock.ts',
    text: 'export function check(validator: () => void): void {\n  validator();\n}\ncheck(async () => Promise.resolve());\n',
    refusal: /no-misused-promises/,
  },
  {
    what: 'a state without its case is seen',
    path: 'libs/kernel/src/clock.ts',
    text: "export function dayOf(state: 'due' | 'late'): number {\n  switch (state) {\n    case 'due':\n      return 1;\n  }\n  return 2;\n}\n",
    refusal: /switch-exhaustiveness-check/,
  },
  {
    what: 'no comment switches a rule off',
    path: 'libs/kernel/src/clock.ts',
    text: '// eslint-disable-next-line\nexport const thing: any = 1;\n',
    refusal: /no-explicit-any/,
  },
  {
    what: 'a sixth collaborator is questioned',
    path: 'libs/kernel/src/clock.ts',
    text: 'export class Six {\n  constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1) {}\n}\n',
    refusal: /A sixth collaborator/,
  },
];

const accepted: Planted[] = [
  {
    what: 'a service uses platform, domain and contracts',
    path: 'apps/identification/src/main.ts',
    text: [
      "import { createLogger } from '@jingzhun/observability';",
      "import { firstStage } from '@jingzhun/identification-rules';",
      "import { caseTaskQueue } from '@jingzhun/contracts/identification';",
      'export const used: unknown[] = [createLogger, firstStage, caseTaskQueue];',
    ].join('\n'),
  },
  {
    what: 'a service file hands a transaction on',
    path: 'apps/supervision/src/main.ts',
    text: "import type { EntityManager } from 'typeorm';\nexport type Transaction = EntityManager;\n",
  },
  {
    what: 'a data source knows TypeORM',
    path: 'apps/supervision/src/data-source.ts',
    text: "import { DataSource } from 'typeorm';\nexport const storage = DataSource;\n",
  },
  {
    what: 'env.ts reads the environment',
    path: 'apps/supervision/src/env.ts',
    text: 'export const port = process.env.PORT;\n',
  },
  {
    what: 'a workflow uses the workflow package and the contracts',
    path: 'libs/identification/workflows/src/index.ts',
    text: [
      "import { sleep } from '@temporalio/workflow';",
      "import { ApplicationFailure } from '@temporalio/common';",
      "import { caseTaskQueue } from '@jingzhun/contracts/identification';",
      'export const used: unknown[] = [sleep, ApplicationFailure, caseTaskQueue];',
    ].join('\n'),
  },
  {
    what: 'a spec of a workflow uses Node and a test door',
    path: 'libs/identification/workflows/src/replay.spec.ts',
    text: [
      "import { readFileSync } from 'node:fs';",
      "import { storedHistory } from '@jingzhun/temporal/testing';",
      'export const used: unknown[] = [readFileSync, storedHistory];',
    ].join('\n'),
  },
  {
    what: 'the worker knows the workflows',
    path: 'apps/identification-worker/src/main.ts',
    text: "import type { CaseActivities } from '@jingzhun/identification-workflows';\nexport type Used = CaseActivities;\n",
  },
];

describe('the house rules on this workspace', () => {
  const cases = [...refused, ...accepted];
  let messages: Map<Planted, string[]>;

  beforeAll(async () => {
    const graph = await runNode(workspaceRoot, [require.resolve('nx/bin/nx.js'), 'show', 'projects']);
    if (graph.code !== 0) throw new Error(`No project graph: ${graph.output}`);
    const { output } = await runNode(workspaceRoot, [join(__dirname, 'testing/lint-planted.mjs')], {
      input: JSON.stringify(cases.map(({ path, text }) => ({ path, text }))),
    });
    const answers = JSON.parse(output.slice(output.lastIndexOf('\n'))) as string[][];
    messages = new Map(cases.map((planted, index) => [planted, answers[index] ?? []]));
  }, 300_000);

  it.each(refused)('$what', (planted) => {
    expect(messages.get(planted)).toContainEqual(expect.stringMatching(planted.refusal ?? /^$/));
  });

  it.each(accepted)('$what', (planted) => {
    expect(messages.get(planted)).toEqual([]);
  });
});
