import type { Caller } from '@jingzhun/access';
import { dateOf } from '@jingzhun/identification-rules';
import type { ColumnDescription, RowToWrite, SheetDescription } from '@jingzhun/workbook';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { AssessmentQueries, type AssessedHousehold } from './assessments.queries';
import {
  contentOf,
  type AskedOfArea,
  type Disclosure,
  type ExportContent,
  type ExportKind,
  type ExportOrder,
  type ExportRight,
} from './export-kind';
import { memberReaders, shownName } from './export.rules';
import { placedColumns } from './placed-columns';
import { inPages } from './placed-household.queries';

export const assessmentsRight: ExportRight = {
  kind: 'assessments',
  roles: ['administrator', 'countyLeader', 'supervisor', 'townshipOfficer', 'villageSecretary'],
  namesTo: memberReaders,
  idNumbers: 'absent',
};

const points = { kind: 'integer', minimum: 0, maximum: 999, required: false } as const;
const words = { kind: 'text', required: false } as const;

/** 评分表: one household a row, the points of its newest sheet item by item. Each profile has its own items, so the sheet is made. */
export function assessmentSheet(items: readonly { key: string; header: string }[]): SheetDescription {
  const itemColumns = items.map(({ key, header }): ColumnDescription => ({
    key: itemKey(key),
    header,
    ...points,
    width: 9,
  }));
  return {
    name: '入户评估得分表',
    maximumRows: 1_000_000,
    columns: [
      ...placedColumns,
      { key: 'head', header: '户主', ...words, width: 12 },
      { key: 'persons', header: '人口', kind: 'integer', minimum: 0, maximum: 99, width: 6 },
      { key: 'stage', header: '当前环节', ...words, width: 14 },
      { key: 'round', header: '评估轮次', kind: 'integer', minimum: 1, maximum: 99, width: 9 },
      { key: 'assessedOn', header: '评估日期', kind: 'date', required: false, width: 12 },
      { key: 'formVersion', header: '评估表版本', ...words, width: 28 },
      ...itemColumns,
      { key: 'total', header: '总分', ...points, width: 7 },
      { key: 'enteredTotal', header: '录入总分', ...points, width: 9 },
      { key: 'vetoed', header: '是否一票否决', ...words, width: 13 },
      { key: 'vetoReason', header: '否决原因', ...words, width: 30 },
    ],
  };
}

/** What ends a case, in the place of a stage. */
const endings = new Map([
  ['done', '已完成'],
  ['withdrawn', '已终止'],
]);

/** The assessments of an area: points by item, total, veto, and where each case is. */
@Injectable()
export class AssessmentsExport implements ExportKind<AskedOfArea> {
  readonly right = assessmentsRight;

  constructor(
    @Inject(AssessmentQueries) private readonly assessments: AssessmentQueries,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
  ) {}

  async areaOf(_tx: EntityManager, _caller: Caller, { areaCode }: AskedOfArea): Promise<string> {
    return areaCode;
  }

  async content(tx: EntityManager, { row }: ExportOrder<AskedOfArea>): Promise<ExportContent> {
    const { areaCode } = row;
    const profiles = new Map<string, FrozenProfile>();
    for (const id of await this.assessments.profileIds(tx, areaCode)) profiles.set(id, await this.profiles.of(id));
    const items = itemsOf([...profiles.values()], await this.assessments.scoredItems(tx, areaCode));
    return contentOf(assessmentSheet(items), this.rows(tx, row, profiles));
  }

  private async *rows(
    tx: EntityManager,
    { areaCode, names }: ExportOrder['row'],
    profiles: ReadonlyMap<string, FrozenProfile>,
  ): AsyncGenerator<RowToWrite<SheetDescription>> {
    for await (const row of inPages((...page) => this.assessments.page(tx, areaCode, ...page)))
      yield rowOf(row, row.profileId === null ? undefined : profiles.get(row.profileId), names);
  }
}

function rowOf(
  { head, vetoed, recordedAt, points: scored, stage, profileId: _, ...row }: AssessedHousehold,
  profile: FrozenProfile | undefined,
  names: Disclosure,
): RowToWrite<SheetDescription> {
  const values = {
    ...row,
    head: head && shownName(head, names),
    stage: stage && (endings.get(stage) ?? profile?.stages.find(({ key }) => key === stage)?.name.zh ?? stage),
    assessedOn: recordedAt && profile && dateOf(profile.calendar, recordedAt),
    vetoed: vetoed === null ? null : vetoed ? '是' : '否',
    ...Object.fromEntries((scored ?? []).map((each) => [itemKey(each.item), each.points])),
  };
  // A cell without a value has no entry.
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] != null),
  );
}

/** The items of the forms in their order, then what was scored on a form that no profile has: nothing is left out. */
function itemsOf(profiles: readonly FrozenProfile[], scored: readonly string[]): { key: string; header: string }[] {
  const named = new Map(profiles.flatMap(({ form }) => form?.items ?? []).map(({ key, name }) => [key, name.zh]));
  for (const key of scored) if (!named.has(key)) named.set(key, key);
  return [...named].map(([key, header]) => ({ key, header }));
}

function itemKey(item: string): string {
  return `item ${item}`;
}
