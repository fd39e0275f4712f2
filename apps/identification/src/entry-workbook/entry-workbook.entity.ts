import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An export that was asked for; its file bears its id. */
@Entity('entry_workbook')
export class EntryWorkbookRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  reason!: string;

  @Column('boolean', { name: 'names_masked' })
  namesMasked!: boolean;

  @Column('text')
  state!: 'running' | 'ready' | 'failed' | 'expired';

  @Column('int', { nullable: true })
  rows!: number | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
