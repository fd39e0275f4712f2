import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Disclosure, ExportKindName } from './export-kind';

/** What left the house, and who took it. The table only grows; its trigger refuses every change. */
@Entity('export_record')
export class ExportRecordRow {
  /** A growing number; its order is the order of what happened. */
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  action!: 'written' | 'fetched';

  @Column('text')
  kind!: ExportKindName;

  @Column('uuid', { name: 'export_id' })
  exportId!: string;

  @Column('text', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('int')
  rows!: number;

  @Column('text')
  names!: Disclosure;

  @Column('text', { name: 'id_numbers' })
  idNumbers!: Disclosure;

  @Column('text')
  reason!: string;
}
