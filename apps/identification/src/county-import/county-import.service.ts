import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import { LOGGER, type Logger } from '@jingzhun/observability';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { parse } from 'csv-parse';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CampaignRepository } from '../campaign/campaign.repository';
import { CountyFile } from './county-file';
import type { CountyImportRow, ImportProblem } from './county-import.entity';
import { CountyAlreadyImported, FileRefused } from './county-import.errors';
import { CountyImportRepository } from './county-import.repository';

export interface ImportCounty {
  key: string;
  fileId: string;
}

const reportedProblems = 100;
const linesPerReport = 10_000;

/** Reads a county file into the register, in the background of the mutation that asked for it. */
@Injectable()
export class CountyImportService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(CountyImportRepository) private readonly imports: CountyImportRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.imports.closeInterrupted();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  find(caller: Caller, id: string): Promise<CountyImportRow | null> {
    return this.database.read(caller, (tx) => this.imports.find(tx, id));
  }

  /** Answers at once with the import's record; `find` tells how far it is. */
  async start(caller: Caller, { key, fileId }: ImportCounty): Promise<CountyImportRow> {
    let content: Readable | undefined;
    const row = await this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: { fileId } }, async () => {
        if (await this.campaigns.find(tx)) throw new CountyAlreadyImported('A county was imported already.');
        content = await this.uploads.open(fileId);
        return this.imports.add(tx, randomUUID(), fileId);
      }),
    );
    if (content) this.runInBackground(row.id, fileId, content);
    return row;
  }

  private runInBackground(id: string, fileId: string, content: Readable): void {
    const run = this.run(id, content)
      .catch((error: unknown) => this.refuse(id, error))
      .finally(() => this.uploads.discard(fileId))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async run(id: string, content: Readable): Promise<void> {
    const file = new CountyFile();
    const campaignId = randomUUID();
    let linesRead = 0;
    await this.database.transaction(countyWide, (tx) =>
      this.imports.store(
        tx,
        {
          id: campaignId,
          get name() {
            return file.name;
          },
        },
        this.checked(content, file, async (lines) => {
          linesRead = lines;
          if (lines % linesPerReport === 0) await this.imports.save(id, { linesRead });
        }),
        () => file.areaCode,
      ),
    );
    await this.imports.save(id, { state: 'done', linesRead, campaignId, endedAt: new Date() });
  }

  /** The rows of the file. Throws FileRefused at its end when anything was wrong, so that nothing is stored. */
  private async *checked(
    content: Readable,
    file: CountyFile,
    onLine: (lines: number) => Promise<void>,
  ): AsyncGenerator<readonly string[]> {
    const problems: ImportProblem[] = [];
    const parser = content.pipe(parse({ bom: true, relax_column_count: true, info: true, skip_empty_lines: true }));
    content.once('error', (error) => parser.destroy(error));
    let line = 0;
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
        line = info.lines;
        const problem = file.take(record);
        if (problem) problems.push({ line, problem });
        if (problems.length >= reportedProblems) break;
        await onLine(line);
        if (problems.length === 0 && file.isRow(record[0])) yield record;
      }
    } catch (error) {
      problems.push({
        line: line + 1,
        problem: `not readable as CSV: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
    content.destroy();
    const missing = problems.length === 0 ? file.missing() : undefined;
    if (missing) problems.push({ line, problem: missing });
    if (problems.length > 0) throw new FileRefused(problems);
  }

  private async refuse(id: string, error: unknown): Promise<void> {
    if (!(error instanceof FileRefused)) this.logger.error({ err: error, importId: id }, 'a county import failed');
    const problems =
      error instanceof FileRefused
        ? error.problems
        : [{ line: 0, problem: `the import failed and nothing was stored; give the number ${id} to your engineer` }];
    await this.imports
      .save(id, { state: 'refused', problems, endedAt: new Date() })
      .catch((fault: unknown) => this.logger.error({ err: fault, importId: id }, 'an import could not be closed'));
  }
}
