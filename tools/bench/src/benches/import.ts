import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Readable } from 'node:stream';
import type { Bench, BenchOutcome } from '../bench';
import { startCountyPart, type CountyPart } from '../county-part';

const targetSeconds = 6;

/** The register from its file, validated and stored by the running service, beside what PostgreSQL itself can take in. */
export const importCounty: Bench = {
  name: 'import',
  shows: 'a county file is validated and stored by the identification service, beside a bare COPY of the same rows',
  async run(setting): Promise<BenchOutcome> {
    const part = await startCountyPart(setting);
    try {
      const { uploadSeconds, importSeconds } = await part.importCounty();
      const [stored] = await part.look<{ households: number; members: number }>(
        `SELECT (SELECT count(*)::int FROM household) AS households, (SELECT count(*)::int FROM member) AS members`,
      );
      const { households, members } = stored!;
      const rows = households + members;
      const copied = await copyBare(part);
      const { expectation } = part.county;
      const wrong = [
        ...(households === expectation.households
          ? []
          : [`${households} households stored, ${expectation.households} expected`]),
        ...(members === expectation.members ? [] : [`${members} members stored, ${expectation.members} expected`]),
        ...(copied.rows === rows ? [] : [`the bare COPY took ${copied.rows} rows, the import ${rows}`]),
      ];
      return {
        measured: [
          { name: 'households', value: households, unit: 'rows' },
          { name: 'members', value: members, unit: 'rows' },
          {
            name: 'import, from the mutation to its end',
            value: importSeconds,
            unit: 's',
            target: { atMost: targetSeconds },
          },
          { name: 'import', value: rows / importSeconds, unit: 'rows/s' },
          { name: 'upload before it', value: uploadSeconds, unit: 's' },
        ],
        baseline: [
          { name: 'COPY into unlogged tables, unchecked', value: copied.seconds, unit: 's' },
          { name: 'COPY', value: copied.rows / copied.seconds, unit: 'rows/s' },
        ],
        postgres: await part.postgresVersion(),
        wrong,
      };
    } finally {
      await part.stop();
    }
  },
};

/** The households and members of the same file into two tables without keys, checks and log. */
async function copyBare({ part, county }: CountyPart): Promise<{ rows: number; seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-copy-'));
  const client = new Client({ connectionString: part.postgres });
  await client.connect();
  try {
    const tables = {
      household: 'a text, b text, c text, d text, e text',
      member: 'a text, b text, c text, d text, e text, f text, g text',
    };
    const files = await writeCopyFiles(county.countyFile(), Object.keys(tables), folder);
    for (const [table, columns] of Object.entries(tables))
      await client.query(`CREATE UNLOGGED TABLE bare_${table} (${columns})`);
    let rows = 0;
    const began = performance.now();
    for (const table of Object.keys(tables)) {
      const copy = client.query(copyFrom(`COPY bare_${table} FROM STDIN`));
      await pipeline(createReadStream(files[table]!, { highWaterMark: 65_536 }), copy);
      rows += copy.rowCount;
    }
    return { rows, seconds: (performance.now() - began) / 1_000 };
  } finally {
    await client.query(`DROP TABLE IF EXISTS bare_household, bare_member`);
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of each kind in COPY's own format, so that only the server is measured. */
async function writeCopyFiles(content: Readable, kinds: string[], folder: string): Promise<Record<string, string>> {
  const files = Object.fromEntries(kinds.map((kind) => [kind, join(folder, kind)]));
  const writers = new Map(kinds.map((kind) => [kind, createWriteStream(files[kind]!)]));
  for await (const [kind = '', ...cells] of content.pipe(parse({ relax_column_count: true })) as AsyncIterable<
    string[]
  >) {
    const writer = writers.get(kind);
    if (writer && !writer.write(`${cells.join('\t')}\n`)) await once(writer, 'drain');
  }
  for (const writer of writers.values()) {
    writer.end();
    await once(writer, 'finish');
  }
  return files;
}
