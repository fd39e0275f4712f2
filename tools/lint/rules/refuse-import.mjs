/**
 * A rule that refuses certain imports, whichever way they are written, and says why and what to do.
 *
 * @param {string} message
 * @param {(specifier: string, declaration: import('estree').Node & { importKind?: string }, words: readonly string[]) => boolean} refused
 *   decides, given also the words that the configuration sets for the rule, if any
 * @returns {import('eslint').Rule.RuleModule}
 */
export function refuseImport(message, refused) {
  return {
    meta: { type: 'problem', schema: [{ type: 'array', items: { type: 'string' } }], messages: { refused: message } },
    create(context) {
      const [words = []] = context.options;
      const check = (node, source) => {
        if (source?.type === 'Literal' && typeof source.value === 'string' && refused(source.value, node, words)) {
          context.report({ node, messageId: 'refused' });
        }
      };
      return {
        ImportDeclaration: (node) => check(node, node.source),
        ExportNamedDeclaration: (node) => check(node, node.source),
        ExportAllDeclaration: (node) => check(node, node.source),
        ImportExpression: (node) => check(node, node.source),
        CallExpression: (node) => {
          if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node, node.arguments[0]);
        },
      };
    },
  };
}
