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

  /** The first hundred faults. */
  @Column('jsonb', { default: [] })
  problems!: ImportProblem[];

  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
