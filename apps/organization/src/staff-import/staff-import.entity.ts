import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffImportCounts, StaffImportProblem, StaffImportState } from '../graph.generated';

@Entity('staff_import')
export class StaffImportRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'file_id' })
  fileId!: string;

  /** Who asked for it, and the areas he may fill. */
  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text', { array: true })
  areas!: string[];

  @Column('text', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  state!: StaffImportState;

  @Column('int', { name: 'lines_read' })
  linesRead!: number;

  @Column('jsonb')
  problems!: StaffImportProblem[];

  @Column('jsonb', { nullable: true })
  counts!: StaffImportCounts | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
