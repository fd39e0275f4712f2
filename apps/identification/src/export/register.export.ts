import type { Caller } from '@jingzhun/access';
import { codeLists } from '@jingzhun/identification-rules';
import type { RowToWrite, SheetDescription } from '@jingzhun/workbook';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityNumberRepository } from '../identity-number/identity-number.repository';
import { readingReason } from '../identity-number/identity-number.rules';
import { IdentityNumbers } from '../identity-number/identity-numbers';
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
import { RegisterQueries, type RegisterRow } from './register.queries';

export const registerRight: ExportRight = {
  kind: 'register',
  roles: ['administrator', 'supervisor', 'townshipOfficer', 'villageSecretary'],
  namesTo: memberReaders,
  idNumbers: 'masked',
};

/** For whom `revealIdNumber` is there too; a field worker looks up one number at a time. */
export const registerInFullRight: ExportRight = {
  kind: 'registerInFull',
  roles: ['administrator', 'supervisor', 'townshipOfficer'],
  namesTo: memberReaders,
  idNumbers: 'inFull',
};

const optional = { required: false } as const;

/** 花名册: one member a row, each with his household. */
export const registerSheet = {
  name: '农户花名册',
  maximumRows: 1_000_000,
  columns: [
    ...placedColumns,
    { key: 'hamlet', header: '自然屯', kind: 'text', ...optional, width: 14 },
    { key: 'address', header: '住址', kind: 'text', ...optional, width: 28 },
    { key: 'category', header: '农户类别', kind: 'text', width: 14 },
    { key: 'poorVillage', header: '贫困村', kind: 'text', width: 8 },
    { key: 'position', header: '成员序号', kind: 'integer', minimum: 1, maximum: 99, ...optional, width: 9 },
    { key: 'name', header: '姓名', kind: 'text', ...optional, width: 12 },
    { key: 'relation', header: '与户主关系', kind: 'text', ...optional, width: 11 },
    { key: 'sex', header: '性别', kind: 'text', ...optional, width: 6 },
    { key: 'birthDate', header: '出生日期', kind: 'date', ...optional, width: 12 },
    { key: 'idNumber', header: '身份证号', kind: 'code', pattern: /^\d{6}[\d*]{11}[\dX*]$/, ...optional, width: 22 },
    { key: 'ethnicity', header: '民族', kind: 'text', ...optional, width: 10 },
  ],
} as const satisfies SheetDescription;

const categories = { ordinary: '一般农户', registeredPoor: '2014年建档立卡户', newApplicant: '新申请户' } as const;
const sexes = { male: '男', female: '女' } as const;
const relations = new Map(codeLists.relation.map(({ key, name }) => [key, name.zh]));

/** The register of an area with identity numbers masked. */
@Injectable()
export class RegisterExport implements ExportKind<AskedOfArea> {
  readonly right: ExportRight = registerRight;

  constructor(@Inject(RegisterQueries) protected readonly register: RegisterQueries) {}

  async areaOf(_tx: EntityManager, _caller: Caller, { areaCode }: AskedOfArea): Promise<string> {
    return areaCode;
  }

  async content(tx: EntityManager, order: ExportOrder<AskedOfArea>): Promise<ExportContent> {
    return contentOf(registerSheet, this.rows(tx, order));
  }

  /** The rows of the next households, with the numbers that go out. */
  protected async read(tx: EntityManager, { row }: ExportOrder, ...page: PageAsked): Promise<NumberedRow[]> {
    const rows = await this.register.page(tx, row.areaCode, ...page, { sealed: false });
    return rows.map((each) => ({ ...each, idNumber: each.idNumberMasked }));
  }

  private async *rows(
    tx: EntityManager,
    order: ExportOrder<AskedOfArea>,
  ): AsyncGenerator<RowToWrite<typeof registerSheet>> {
    for await (const row of inPages((...page) => this.read(tx, order, ...page)))
      yield {
        ...row,
        category: categories[row.category],
        poorVillage: row.inPoorVillage ? '是' : '否',
        position: row.position === null ? null : row.position + 1,
        name: row.name && shownName(row.name, order.row.names),
        relation: row.relation === null ? null : (relations.get(row.relation) ?? row.relation),
        sex: row.sex && sexes[row.sex],
      };
  }
}

/** The same with identity numbers in full: each one that goes out is on record as a reading of its own. */
@Injectable()
export class RegisterInFullExport extends RegisterExport {
  override readonly right = registerInFullRight;

  constructor(
    @Inject(RegisterQueries) register: RegisterQueries,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
    @Inject(IdentityNumberRepository) private readonly readings: IdentityNumberRepository,
  ) {
    super(register);
  }

  /** @throws InvalidInput for a reason that would not do for one number */
  async admit(_tx: EntityManager, { reason }: AskedOfArea): Promise<void> {
    readingReason(reason);
  }

  protected override async read(
    tx: EntityManager,
    { row, caller }: ExportOrder,
    ...page: PageAsked
  ): Promise<NumberedRow[]> {
    const rows = await this.register.page(tx, row.areaCode, ...page, { sealed: true });
    const opened = rows.map((each) => ({ ...each, idNumber: this.open(each) ?? each.idNumberMasked }));
    const read = opened.flatMap(({ memberId, householdId, areaCode, salt }) =>
      memberId && salt ? [{ memberId, householdId, areaCode }] : [],
    );
    await this.readings.recordExported(tx, caller, { exportId: row.id, reason: readingReason(row.reason) }, read);
    return opened;
  }

  /** Undefined where there is no member, or his number was forgotten. */
  private open({ memberId, sealed, salt }: RegisterRow): string | undefined {
    return memberId && sealed && salt ? this.numbers.ofHousehold(salt).open(memberId, sealed) : undefined;
  }
}

type PageAsked = [after: Pick<RegisterRow, 'areaCode' | 'number'>, households: number];
type NumberedRow = RegisterRow & { idNumber: string | null };
