import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface ImportProblem {
  line: number;
  problem: string;
}

@Entity('county_import')
export class CountyImportRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'file_id' })
  fileId!: string;

  @Column('text')
  state!: 'running' | 'done' | 'refused';

  @Column('int', { name: 'lines_read', default: 0 })
  linesRead!: number;

  /** Of a file that was taken in. */
  @Column('int', { name: 'duplicate_leads', nullable: true })
  duplicateLeads!: number | null;

  /** The first hundred faults. */
  @Column('jsonb', { default: [] })
  problems!: ImportProblem[];

  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column({ type: 'timestamptz', name: 'started_at', insert: false, update: false })
  startedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
