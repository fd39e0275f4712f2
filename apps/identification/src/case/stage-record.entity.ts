import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A completed stage of one household; written once and never changed. */
@Entity('stage_history')
export class StageRecordRow {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId!: string;

  @PrimaryColumn('int')
  sequence!: number;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  stage!: string;

  @Column('int')
  round!: number;

  @Column('text')
  outcome!: 'completed' | 'returned' | 'withdrawn';

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { name: 'completed_at' })
  completedAt!: Date;

  @Column('text', { name: 'completed_by' })
  completedBy!: string;
}
