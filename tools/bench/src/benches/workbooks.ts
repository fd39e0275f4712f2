import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { entrySheet, vetoWords } from '@jingzhun/identification-rules';
import {
  checkRows,
  WorkbookProblems,
  WorkbookReader,
  writeWorkbook,
  type RowValues,
  type WorkbookProblem,
} from '@jingzhun/workbook';
import {
  compareProblems,
  hostileFiles,
  malformedFiles,
  personFile,
  personSheet,
  type EntryHousehold,
} from '@jingzhun/workbooks';
import type { Bench, BenchOutcome } from '../bench';
import { startCountyPart, type CountyPart } from '../county-part';
import { childrenOf, peakMemoryMiB } from '../peak-memory';
import type { ServiceDoor } from '../service-door';

const total = 55;
/** R27 of the reliability reference. */
const corpus = { files: 500, rows: 10_000, hostile: 2_000, personFiles: 50 };
const caps = { memoryMiB: 512, secondsPerFile: 30 };

const importFields = 'id state entered alreadyEntered problemCount problems { sheet row column header code reason }';
const beginImport = `mutation ($input: ImportEntryWorkbookInput!) {
  begun: importEntryWorkbook(input: $input) { ... on EntryWorkbookImport { ${importFields} } ... on Refusal { code } }
}`;
const followImport = `query ($id: ID!) { row: entryWorkbookImport(id: $id) { ${importFields} } }`;
const beginExport = `mutation ($input: ExportAreaInput!) {
  begun: exportEntryWorkbook(input: $input) { ... on Export { id state rows } ... on Refusal { code } }
}`;
const followExport = `query ($id: ID!) { row: export(id: $id) { id state rows } }`;

interface Import {
  id: string;
  state: string;
  entered: number;
  alreadyEntered: number;
  problemCount: number;
  problems: WorkbookProblem[];
}

/** The whole corpus of R27 against the running service: every bad cell named, nothing stored, and the good file taken once. */
export const workbooks: Bench = {
  name: 'workbooks',
  shows:
    'R27: 10,000 malformed rows in 500 files and 2,000 hostile files are refused, the good file of the county is entered once',
  async run(setting): Promise<BenchOutcome> {
    const part = await startCountyPart(setting);
    const folder = mkdtempSync(join(tmpdir(), 'jingzhun-workbooks-'));
    try {
      const { campaignId } = await part.importCounty();
      await part.openCampaign(campaignId);
      putAtEntry(part);
      return await new CorpusRun(part, setting.seed, folder, setting.say).run();
    } finally {
      await part.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The way through all stages takes a machine most of an hour; the app's own bench has a short cut. */
function putAtEntry({ part }: CountyPart): void {
  const program = join(resolve(__dirname, '../../../..'), 'apps/identification/dist/bench/put-at-entry.js');
  const { status, stderr } = spawnSync(process.execPath, [program, String(total)], {
    env: { PATH: process.env.PATH, DATABASE_URL: part.databases.identification },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

class CorpusRun {
  private readonly clerk: ServiceDoor;
  private readonly wrong: string[] = [];
  private readonly spent = { longestSeconds: 0, parserMiB: 0 };
  private readonly service: number;

  constructor(
    private readonly part: CountyPart,
    private readonly seed: string,
    private readonly folder: string,
    private readonly say: (line: string) => void,
  ) {
    this.clerk = part.as('entryClerk');
    this.service = part.part.readings().find(({ kind }) => kind === 'identification')!.pid;
  }

  async run(): Promise<BenchOutcome> {
    const exported = await this.exportAll();
    const before = await this.stored();
    const persons = await this.persons();
    const malformed = await this.malformed(exported.households);
    const hostile = await this.hostile(exported.households);
    if ((await this.stored()) !== before) this.wrong.push('a refused file left something behind');
    const good = await this.good(exported.rows);
    return {
      measured: [
        {
          name: 'malformed rows refused with cell and reason',
          value: malformed.refused,
          unit: `of ${malformed.rows}`,
          target: { atLeast: corpus.rows },
        },
        { name: 'malformed files refused whole', value: malformed.files, unit: `of ${corpus.files}` },
        { name: 'rows of persons refused with cell and reason', value: persons.refused, unit: `of ${persons.rows}` },
        { name: 'hostile files refused', value: hostile, unit: `of ${corpus.hostile}` },
        { name: 'longest file', value: this.spent.longestSeconds, unit: 's', target: { atMost: caps.secondsPerFile } },
        {
          name: 'memory at most, of the process that parses',
          value: this.spent.parserMiB,
          unit: 'MiB',
          target: { atMost: caps.memoryMiB },
        },
        { name: 'memory at most, of the service with the good file', value: peakMemoryMiB(this.service), unit: 'MiB' },
        { name: 'export of the county', value: exported.seconds, unit: 's' },
        { name: 'good file, households entered', value: good.entered, unit: '' },
        {
          name: 'good file, from upload to the end',
          value: good.seconds,
          unit: 's',
          target: { atMost: caps.secondsPerFile },
        },
        { name: 'good file again, households entered', value: good.enteredAgain, unit: '' },
        { name: 'good file again, from upload to the end', value: good.secondsAgain, unit: 's' },
      ],
      baseline: [],
      postgres: await this.part.postgresVersion(),
      wrong: this.wrong,
    };
  }

  private async exportAll(): Promise<{
    rows: RowValues<typeof entrySheet>[];
    households: EntryHousehold[];
    seconds: number;
  }> {
    const began = performance.now();
    const input = { areaCode: this.part.county.areas.code, reason: 'measurement' };
    const { id } = await this.clerk.follow<{ id: string; state: string }>(beginExport, input, followExport);
    const content = await this.clerk.fetch(`/exports/${id}`);
    const seconds = (performance.now() - began) / 1_000;
    const path = join(this.folder, 'exported.xlsx');
    writeFileSync(path, content);
    const reader = new WorkbookReader();
    const rows: RowValues<typeof entrySheet>[] = [];
    for await (const { number, cells } of reader.read(path, entrySheet)) {
      if (number === 1) continue;
      const [household = '', head = '', village = '', group = '', version = ''] = cells.map(({ text }) => text);
      const result = { total, vetoed: vetoWords.no, vetoReason: undefined };
      rows.push({ number: household, head, village, group, version: Number(version), ...result });
    }
    await reader.close();
    return { rows, households: rows.slice(0, 5_000), seconds };
  }

  private async malformed(households: EntryHousehold[]): Promise<{ rows: number; refused: number; files: number }> {
    const tally = { rows: 0, refused: 0, files: 0 };
    const wish = { seed: this.seed, ...corpus, households, total, withRegister: true };
    for (const { name, content, expected } of malformedFiles(wish)) {
      const { state, problems } = await this.bringIn(content);
      const { missing, beyond } = compareProblems(expected, problems);
      tally.rows += expected.length;
      tally.refused += expected.length - missing.length;
      tally.files += state === 'refused' ? 1 : 0;
      if (state !== 'refused' || missing.length + beyond.length > 0)
        this.wrong.push(`${name} was ${state}; not said: ${missing.join('; ')}; said beyond: ${beyond.join('; ')}`);
    }
    this.say(`malformed: ${tally.refused} of ${tally.rows} rows refused`);
    return tally;
  }

  private async hostile(households: EntryHousehold[]): Promise<number> {
    let refused = 0;
    for (const { name, content, codes } of hostileFiles({
      seed: this.seed,
      count: corpus.hostile,
      households,
      total,
    })) {
      const { state, problems } = await this.bringIn(content);
      const said = problems.map(({ code }) => code);
      if (state === 'refused') refused += 1;
      if (state !== 'refused' || (codes && !codes.some((code) => said.includes(code))))
        this.wrong.push(`${name} was ${state}: ${said.slice(0, 3).join(', ')}`);
    }
    this.say(`hostile: ${refused} of ${corpus.hostile} files refused`);
    return refused;
  }

  /** Identity numbers stand in no sheet of the product yet: the reader is shown them directly. */
  private async persons(): Promise<{ rows: number; refused: number }> {
    const tally = { rows: 0, refused: 0 };
    const reader = new WorkbookReader();
    const path = join(this.folder, 'persons.xlsx');
    for (let file = 0; file < corpus.personFiles; file += 1) {
      const { content, expected } = personFile(this.seed, file);
      writeFileSync(path, content);
      const problems = new WorkbookProblems();
      for await (const row of checkRows(personSheet, reader.read(path, personSheet), problems)) void row;
      const { missing, beyond } = compareProblems(expected, problems.named);
      tally.rows += expected.length;
      tally.refused += expected.length - missing.length;
      if (missing.length + beyond.length > 0) this.wrong.push(`persons ${file}: ${[...missing, ...beyond].join('; ')}`);
    }
    await reader.close();
    return tally;
  }

  private async good(rows: RowValues<typeof entrySheet>[]) {
    const path = join(this.folder, 'good.xlsx');
    await writeWorkbook(path, entrySheet, rows);
    const content = readFileSync(path);
    const [first, seconds] = await timed(() => this.bringIn(content));
    const [again, secondsAgain] = await timed(() => this.bringIn(content));
    if (first.entered !== rows.length)
      this.wrong.push(`${first.entered} of ${rows.length} households entered: ${JSON.stringify(first.problems[0])}`);
    if (again.state !== 'done' || again.entered !== 0 || again.alreadyEntered !== rows.length)
      this.wrong.push(`the good file again was ${again.state} and added ${again.entered}`);
    return { entered: first.entered, seconds, enteredAgain: again.entered, secondsAgain };
  }

  private async bringIn(content: Buffer): Promise<Import> {
    const [answer, seconds] = await timed(async () => {
      const fileId = await this.clerk.upload(new Uint8Array(content));
      return this.clerk.follow<Import>(beginImport, { fileId }, followImport, 5);
    });
    this.spent.longestSeconds = Math.max(this.spent.longestSeconds, seconds);
    this.spent.parserMiB = Math.max(this.spent.parserMiB, ...childrenOf(this.service).map(peakMemoryMiB));
    return answer;
  }

  /** Everything an import could change, in one line. */
  private async stored(): Promise<string> {
    const [row] = await this.part.look<object>(
      `SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM stage_history) AS history,
              (SELECT sum(version) FROM household) AS versions, (SELECT count(*) FROM household WHERE stage = 'entry') AS waiting,
              (SELECT count(*) FROM outbox_event) AS events`,
    );
    return JSON.stringify(row);
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[result: Result, seconds: number]> {
  const began = performance.now();
  const result = await work();
  return [result, (performance.now() - began) / 1_000];
}
