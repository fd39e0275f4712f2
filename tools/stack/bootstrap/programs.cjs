/**
 * The servers that are fetched and built once per user: where they are kept, and what pins them. The folder's name
 * carries the checksum of the pin files, so that another version never meets this one's leftovers.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join, resolve } = require('node:path');

const workspace = resolve(__dirname, '../../..');

const pinFiles = {
  'temporal-server': ['infra/temporal/server/go.mod', 'infra/temporal/server/go.sum'],
  'temporal-ui': ['infra/temporal/ui/go.mod', 'infra/temporal/ui/go.sum'],
  kafka: ['infra/kafka/pom.xml'],
};

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jingzhun');
}

function programFolder(name) {
  const checksum = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  for (const file of pinFiles[name]) checksum.update(readFileSync(join(workspace, file)));
  return join(cacheFolder(), `${name}-${checksum.digest('hex').slice(0, 16)}`);
}

function isCached(name) {
  return existsSync(programFolder(name));
}

module.exports = { cacheFolder, isCached, programFolder, workspace };
