/** The house's own rules: where a thing may be written. Which files each applies to stands in eslint.config.mjs. */
import { builtinModules } from 'node:module';
import { refuseImport } from './refuse-import.mjs';

const builtins = new Set(builtinModules);

export const house = {
  meta: { name: 'house' },
  rules: {
    'no-node-builtins': refuseImport(
      'This code also runs in the workflow sandbox or a browser, where Node does not exist. Take what you need as an argument, or move the code to the service or a platform library.',
      (specifier) => specifier.startsWith('node:') || builtins.has(specifier.split('/')[0]),
    ),
    'no-imports-of-apps': refuseImport(
      'An app is a process, not a library. Ask it through the graph or listen to its events; what both need belongs in a library.',
      (specifier, _, apps) => apps.some((app) => specifier === app || specifier.startsWith(`${app}/`)),
    ),
    'storage-in-storage-files': refuseImport(
      'Only *.repository.ts, *.queries.ts, *.entity.ts, migrations/ and data-source.ts know TypeORM, so that rules are tested without a database and storage can be read in one place. Ask the repository; to hand a transaction on, import the type EntityManager.',
      (specifier, declaration) => specifier === 'typeorm' && !onlyPassesTransactionsOn(declaration),
    ),
    'test-doors-for-specs': refuseImport(
      'A /testing door is for specs and the testing/ folders. Production code takes what it needs from the library itself.',
      (specifier) => specifier.startsWith('@jingzhun/') && specifier.endsWith('/testing'),
    ),
    'rules-are-pure': refuseImport(
      'A *.rules.ts decides and does nothing else: it imports kernel, domain, contracts, roles, neighbouring decisions and types. Do the effect in the service and hand the rule what it found.',
      (specifier, declaration) => declaration.importKind !== 'type' && !mayBeInRules(specifier),
    ),
  },
};

function onlyPassesTransactionsOn(declaration) {
  return (
    declaration.type === 'ImportDeclaration' &&
    declaration.importKind === 'type' &&
    declaration.specifiers.every(({ imported }) => imported?.name === 'EntityManager')
  );
}

function mayBeInRules(specifier) {
  return specifier.startsWith('.')
    ? !/\.(repository|queries|entity|service|module|resolver)$/.test(specifier)
    : /^@jingzhun\/(kernel|contracts|access|[a-z-]+-rules)(\/|$)/.test(specifier);
}
