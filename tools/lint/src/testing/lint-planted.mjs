/**
 * Lints sources that exist nowhere as if they stood in the workspace: reads `[{path, text}]` from standard input and
 * writes the messages for each. A process of its own, because Jest cannot load ESLint's configuration, which is an ES module.
 */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const planted = JSON.parse(await text(process.stdin));
const eslint = new ESLint();
const answers = [];
for (const { path: filePath, text: source } of planted) {
  const [result] = await eslint.lintText(source, { filePath });
  answers.push(result.messages.map(({ ruleId, message }) => `${ruleId ?? 'not linted'}: ${message}`));
}
process.stdout.write(`\n${JSON.stringify(answers)}`);
