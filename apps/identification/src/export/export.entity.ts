import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Disclosure, ExportKindName } from './export-kind';

/** An export that was asked for; its file bears its id. */
@Entity('export')
export class ExportRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ExportKindName;

  @Column('text', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  names!: Disclosure;

  @Column('text', { name: 'id_numbers' })
  idNumbers!: Disclosure;

  @Column('text')
  state!: 'running' | 'ready' | 'failed' | 'expired';

  @Column('int', { nullable: true })
  rows!: number | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
