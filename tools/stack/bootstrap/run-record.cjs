/**
 * `run.json` of a run folder: who supervises, which processes belong to the run, what is thrown away at its end. The
 * supervisor writes it; the reaper, `stop`, `doctor` and `reset` read it.
 */
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { endAll, isAlive } = require('./processes.cjs');

const recordFile = (folder) => join(folder, 'run.json');

function readRecord(folder) {
  try {
    return JSON.parse(readFileSync(recordFile(folder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces the record in one step, so that a reader never sees half of it. */
function writeRecord(folder, record) {
  const draft = `${recordFile(folder)}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, recordFile(folder));
}

/** The record of a run whose supervisor still lives. */
function liveRecord(folder) {
  const record = readRecord(folder);
  return record && isAlive(record.supervisor) ? record : undefined;
}

/**
 * Ends what a dead supervisor left behind, and throws its folders away when the run was a temporary one. With a run's
 * id, only if it is that run's record: the folder may belong to the next one by now.
 */
async function cleanUp(folder, run) {
  const record = readRecord(folder);
  if (!record || (run !== undefined && record.run !== run)) return;
  await endAll(record.processes);
  if (readRecord(folder)?.run !== record.run) return;
  rmSync(recordFile(folder), { force: true });
  for (const path of record.temporaryFolders) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

module.exports = { cleanUp, liveRecord, readRecord, recordFile, writeRecord };
