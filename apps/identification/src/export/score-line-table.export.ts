import type { Caller } from '@jingzhun/access';
import { scenarioTable, type ErrorRate, type ScenarioTable, type ScoreLineRule } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import type { RowToWrite, SheetDescription } from '@jingzhun/workbook';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CampaignRepository } from '../campaign/campaign.repository';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { ScoreLineRepository } from '../score-line/score-line.repository';
import { assertQuota, assertWholeCounty, ruleOf } from '../score-line/score-line.rules';
import {
  contentOf,
  type AskedExport,
  type ExportContent,
  type ExportKind,
  type ExportOrder,
  type ExportRight,
} from './export-kind';
import { ExportRepository } from './export.repository';

export const scoreLineTableRight: ExportRight = {
  kind: 'scoreLineTable',
  roles: ['administrator', 'countyLeader', 'supervisor'],
  idNumbers: 'absent',
};

export interface AskedScoreLineTable extends AskedExport {
  quota: number;
  lines?: number[] | null;
}

const count = { kind: 'integer', minimum: 0, maximum: 100_000_000 } as const;

/** 分数线测算方案: each line with the county's figures, then those of its townships. */
export const scoreLineTableSheet = {
  name: '分数线测算方案',
  maximumRows: 100_000,
  columns: [
    { key: 'line', header: '分数线', ...count, minimum: -1_000, width: 9 },
    { key: 'side', header: '入选条件', kind: 'text', width: 12 },
    { key: 'proposed', header: '按规则建议', kind: 'text', required: false, width: 11 },
    { key: 'area', header: '地区', kind: 'text', width: 18 },
    { key: 'households', header: '户数', ...count, width: 10 },
    { key: 'persons', header: '人数', ...count, width: 10 },
    { key: 'quota', header: '规模控制数（人）', ...count, required: false, width: 16 },
    { key: 'overQuota', header: '超出规模（人）', ...count, minimum: -100_000_000, required: false, width: 15 },
    { key: 'exclusion', header: '漏评率', kind: 'text', required: false, width: 18 },
    { key: 'inclusion', header: '错评率', kind: 'text', required: false, width: 18 },
  ],
} as const satisfies SheetDescription;

type ScenarioRow = RowToWrite<typeof scoreLineTableSheet>;

/** What each line would mean for the county, on the figures of the moment it is written. */
@Injectable()
export class ScoreLineTableExport implements ExportKind<AskedScoreLineTable> {
  readonly right = scoreLineTableRight;

  constructor(
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(ScoreLineRepository) private readonly lines: ScoreLineRepository,
    @Inject(ExportRepository) private readonly exports: ExportRepository,
  ) {}

  /** @throws InvalidInput, NotAllowed for whoever does not have the whole county */
  async areaOf(tx: EntityManager, caller: Caller): Promise<string> {
    const { county } = await this.ground(tx);
    assertWholeCounty(caller.areas, county);
    return county;
  }

  /** @throws InvalidInput */
  async admit(_tx: EntityManager, { quota }: AskedScoreLineTable): Promise<void> {
    assertQuota(quota);
  }

  async content(tx: EntityManager, { row, asked }: ExportOrder<AskedScoreLineTable>): Promise<ExportContent> {
    const cases = await this.lines.cases(tx);
    const { rule } = await this.ground(tx);
    const table = scenarioTable(rule, asked.quota, cases, null, asked.lines ?? null);
    const townships = new Set(cases.map(({ township }) => township));
    const names = await this.exports.areaNames(tx, [row.areaCode, ...townships]);
    return contentOf(scoreLineTableSheet, scenarioRows(table, row.areaCode, names));
  }

  private async ground(tx: EntityManager): Promise<{ county: string; rule: ScoreLineRule }> {
    const campaign = await this.campaigns.find(tx);
    if (!campaign?.profileId)
      throw new InvalidInput('No campaign is open.', 'key', 'Wait until the administrator has opened the campaign.');
    return { county: campaign.areaCode, rule: ruleOf((await this.profiles.of(campaign.profileId)).line) };
  }
}

/** The rows of a table; areas bear their names, or their codes where they have none. */
export function scenarioRows(
  { comparison, quota, candidate, scenarios }: ScenarioTable,
  county: string,
  names: ReadonlyMap<string, string>,
): ScenarioRow[] {
  return scenarios.flatMap(({ line, households, persons, overQuota, townships, exclusion, inclusion }) => {
    const condition = {
      line,
      side: `得分${comparison === 'below' ? '＜' : '≤'}${line}`,
      proposed: line === candidate ? '是' : null,
    };
    const ofCounty = { quota, overQuota, exclusion: rateText(exclusion), inclusion: rateText(inclusion) };
    const ofTownship = { quota: null, overQuota: null, exclusion: null, inclusion: null };
    const nameOf = (code: string) => names.get(code) ?? code;
    return [
      { ...condition, area: nameOf(county), households, persons, ...ofCounty },
      ...townships.map((each) => ({
        ...{ ...condition, area: nameOf(each.township), households: each.households, persons: each.persons },
        ...ofTownship,
      })),
    ];
  });
}

function rateText(rate: ErrorRate | null): string | null {
  if (!rate || rate.rate === null) return null;
  return `${(rate.rate * 100).toFixed(2)}%（${rate.wrong}/${rate.sample}）`;
}
