import type { WorkbookProblem } from '@jingzhun/workbook';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filled workbook that was handed in. */
@Entity('entry_import')
export class EntryImportRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'file_id' })
  fileId!: string;

  @Column('text')
  state!: 'running' | 'done' | 'refused';

  @Column('int', { name: 'rows_read', default: 0 })
  rowsRead!: number;

  @Column('int', { default: 0 })
  entered!: number;

  @Column('int', { name: 'already_entered', default: 0 })
  alreadyEntered!: number;

  @Column('int', { name: 'problem_count', default: 0 })
  problemCount!: number;

  /** The first thousand. */
  @Column('jsonb', { default: [] })
  problems!: WorkbookProblem[];

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
