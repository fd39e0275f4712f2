/** `npm test`: Jest over everything or over what was named, ending with one plain line. */
const { spawn } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { workspace } = require('./programs.cjs');

async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-results-'));
  const file = join(folder, 'results.json');
  const jest = join(workspace, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [jest, '--json', `--outputFile=${file}`, ...args], {
    cwd: workspace,
    // The results go to the file; what Jest tells people goes to standard error.
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const counts = read(file);
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  return code === 0 && counts.failed === 0 ? 0 : 1;
}

/** A suite that could not even be loaded counts as one failure, and so does a run without results. */
function read(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

module.exports = { test };
