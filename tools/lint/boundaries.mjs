/**
 * Who may import whom: the table of the design, in three dimensions. There is no wildcard row, and a project without
 * tags matches no row, so that it may depend on nothing.
 *
 * @typedef {{ sourceTag: string, onlyDependOnLibsWithTags: string[], allowedExternalImports?: string[] }} Row
 */
const workflowPackages = ['@temporalio/workflow', '@temporalio/common'];
const everythingButApps = ['tools', 'platform', 'workflow', 'domain', 'contract', 'kernel'];

/** What each type may import; `external` is absent where packages are free. */
const types = {
  service: { may: ['platform', 'contract', 'domain', 'kernel'] },
  gateway: { may: ['platform', 'kernel'] },
  worker: { may: ['workflow', 'domain', 'platform', 'contract', 'kernel'] },
  workflow: { may: ['domain', 'contract', 'kernel'], external: workflowPackages },
  domain: { may: ['kernel'], external: [] },
  platform: { may: ['platform', 'contract', 'kernel'] },
  contract: { may: ['kernel'], external: ['zod', ...workflowPackages] },
  kernel: { may: [], external: [] },
  console: { may: ['ui', 'kernel'], external: ['react', 'react-dom', 'react-dom/*', 'react/*'] },
  ui: { may: ['ui', 'kernel'], external: ['react', 'react-dom', 'react-dom/*', 'react/*'] },
  acceptance: { may: everythingButApps },
  tools: { may: everythingButApps },
};

/** Where code may run decides what it may load. */
const runtimes = {
  node: ['node', 'sandbox', 'any'],
  sandbox: ['sandbox', 'any'],
  browser: ['browser', 'any'],
  any: ['any'],
};

/** Specs and developers' commands use the platform's test doors and any package, wherever the code itself may run. */
const outsideProduction = {
  workflow: { may: ['domain', 'platform', 'contract', 'kernel'] },
  domain: { may: ['kernel'] },
  contract: { may: ['kernel'] },
  kernel: { may: [] },
};

/**
 * The rows for production code, for specs with the test support next to them, or for the commands developers start.
 *
 * @param {readonly string[]} scopes every scope that exists, apart from `shared` and `tools`
 * @param {'production' | 'specs' | 'commands'} purpose
 * @returns {Row[]}
 */
export function boundaries(scopes, purpose) {
  const inProduction = purpose === 'production';
  const rows = inProduction ? types : { ...types, ...outsideProduction };
  const typeRows = Object.entries(rows).map(([type, { may, external }]) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: tags('type', may),
    ...(external && { allowedExternalImports: external }),
  }));
  const scopeRows = [
    ...scopes.map((scope) => ({
      sourceTag: `scope:${scope}`,
      onlyDependOnLibsWithTags: tags('scope', [scope, 'shared']),
    })),
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: tags('scope', ['shared']) },
    { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: tags('scope', ['tools', 'shared', ...scopes]) },
  ];
  const runtimeRows = Object.entries(runtimes).map(([runtime, may]) => ({
    sourceTag: `runtime:${runtime}`,
    onlyDependOnLibsWithTags: tags('runtime', inProduction || runtime === 'browser' ? may : runtimes.node),
  }));
  return [...typeRows, ...scopeRows, ...runtimeRows];
}

/** The words a project's tags are made of. */
export const knownTypes = Object.keys(types);
export const knownRuntimes = Object.keys(runtimes);

function tags(dimension, values) {
  return values.map((value) => `${dimension}:${value}`);
}
