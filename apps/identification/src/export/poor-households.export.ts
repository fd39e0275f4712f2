import type { Caller } from '@jingzhun/access';
import type { RowToWrite, SheetDescription } from '@jingzhun/workbook';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ScoreLineRow } from '../score-line/score-line.entity';
import { NoLineYet } from '../score-line/score-line.errors';
import { ScoreLineRepository } from '../score-line/score-line.repository';
import {
  contentOf,
  type AskedOfArea,
  type ExportContent,
  type ExportKind,
  type ExportOrder,
  type ExportRight,
} from './export-kind';
import { memberReaders, shownName } from './export.rules';
import { placedColumns } from './placed-columns';
import { inPages } from './placed-household.queries';
import { NamedPoorHouseholdQueries } from './poor-households.queries';

export const poorHouseholdsRight: ExportRight = {
  kind: 'poorHouseholds',
  roles: ['administrator', 'countyLeader', 'supervisor', 'townshipOfficer', 'villageSecretary', 'taskGroupMember'],
  namesTo: memberReaders,
  idNumbers: 'absent',
};

/** 贫困户名单: village by village in the order of their codes. */
export const poorHouseholdSheet = {
  name: '贫困户名单',
  maximumRows: 1_000_000,
  columns: [
    ...placedColumns,
    { key: 'head', header: '户主', kind: 'text', required: false, width: 12 },
    { key: 'persons', header: '人口', kind: 'integer', minimum: 0, maximum: 99, width: 8 },
    { key: 'score', header: '得分', kind: 'integer', minimum: 0, maximum: 999, width: 8 },
  ],
} as const satisfies SheetDescription;

/** The poor households of an area by the newest line. */
@Injectable()
export class PoorHouseholdsExport implements ExportKind<AskedOfArea> {
  readonly right = poorHouseholdsRight;

  constructor(
    @Inject(ScoreLineRepository) private readonly lines: ScoreLineRepository,
    @Inject(NamedPoorHouseholdQueries) private readonly households: NamedPoorHouseholdQueries,
  ) {}

  async areaOf(_tx: EntityManager, _caller: Caller, { areaCode }: AskedOfArea): Promise<string> {
    return areaCode;
  }

  /** @throws NoLineYet */
  async admit(tx: EntityManager): Promise<void> {
    await this.newestLine(tx);
  }

  async content(tx: EntityManager, { row }: ExportOrder<AskedOfArea>): Promise<ExportContent> {
    const line = await this.newestLine(tx);
    const note = `分数线第${line.version}版 得分${line.comparison === 'below' ? '＜' : '≤'}${line.line}`;
    return contentOf(poorHouseholdSheet, this.rows(tx, row, line), note);
  }

  private async *rows(
    tx: EntityManager,
    { areaCode, names }: ExportOrder['row'],
    line: ScoreLineRow,
  ): AsyncGenerator<RowToWrite<typeof poorHouseholdSheet>> {
    for await (const row of inPages((...page) => this.households.page(tx, areaCode, line, ...page)))
      yield { ...row, head: row.head && shownName(row.head, names) };
  }

  private async newestLine(tx: EntityManager): Promise<ScoreLineRow> {
    const line = await this.lines.newest(tx);
    if (!line) throw new NoLineYet('The county has not approved its line.', 'areaCode');
    return line;
  }
}
