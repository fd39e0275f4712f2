/**
 * Records the histories that `replay.spec.ts` replays, from real runs on the Temporal server at TEMPORAL_ADDRESS:
 *
 *     npm run build && TEMPORAL_ADDRESS=host:port npm run record-histories -w @jingzhun/identification-workflows
 *
 * A stored history is what a running county has in its database. When code changes so that one no longer replays, the change
 * needs `patched`, and its new histories go beside the old ones; an old one is deleted only when no such case can be running.
 * So a name that exists is never recorded again: give a new scenario, or a changed one, a new name.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { format } from 'prettier';

const require = createRequire(import.meta.url);
const { historyToJson, testCases } = require('@jingzhun/temporal/testing');
const { RecordedServices } = require('./dist/testing/recorded-services.js');
const { scenarios } = require('./dist/testing/scenarios.js');

const folder = new URL('./histories/', import.meta.url);
mkdirSync(folder, { recursive: true });
const services = new RecordedServices();
const cases = await testCases(require.resolve('./dist/index.js'), services.activities);
try {
  for (const [name, play] of Object.entries(scenarios)) {
    const file = new URL(`${name}.json`, folder);
    if (existsSync(file)) continue;
    services.answers = {};
    const played = await play(cases, services, randomUUID());
    await played.result();
    writeFileSync(file, await format(historyToJson(await played.history()), { parser: 'json', printWidth: 120 }));
    process.stdout.write(`recorded ${name}\n`);
  }
} finally {
  await cases.stop();
}
