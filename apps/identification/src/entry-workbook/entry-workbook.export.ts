import type { Caller } from '@jingzhun/access';
import { entrySheet } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  contentOf,
  type AskedOfArea,
  type ExportContent,
  type ExportKind,
  type ExportOrder,
  type ExportRight,
} from '../export/export-kind';
import { EntryWorkbookRepository } from './entry-workbook.repository';

/**
 * In this list names are shown to the one whose work it is to compare them with the signed sheets, and to nobody else, however
 * much he may look up one by one.
 */
export const entryWorkbookRight: ExportRight = {
  kind: 'entryWorkbook',
  roles: ['administrator', 'countyLeader', 'supervisor', 'townshipOfficer', 'entryClerk'],
  namesTo: ['entryClerk'],
  idNumbers: 'absent',
};

/** The households of an area that wait for entry, to be filled in. */
@Injectable()
export class EntryWorkbookExport implements ExportKind<AskedOfArea> {
  readonly right = entryWorkbookRight;

  constructor(@Inject(EntryWorkbookRepository) private readonly entries: EntryWorkbookRepository) {}

  async areaOf(_tx: EntityManager, _caller: Caller, { areaCode }: AskedOfArea): Promise<string> {
    return areaCode;
  }

  async content(tx: EntityManager, { row: { areaCode, names } }: ExportOrder<AskedOfArea>): Promise<ExportContent> {
    return contentOf(entrySheet, this.entries.waiting(tx, areaCode, names === 'masked'));
  }
}
