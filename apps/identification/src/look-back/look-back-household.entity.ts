import type { Observation, PointsOfItem } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A household that was drawn: its sheet as it was then, and the second assessment once there is one. */
@Entity('look_back_household')
export class LookBackHouseholdRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'look_back_id' })
  lookBackId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  /** The profile by whose form both assessments are made. */
  @Column('uuid', { name: 'profile_id' })
  profileId!: string;

  @Column('int', { name: 'first_total' })
  firstTotal!: number;

  @Column('jsonb', { name: 'first_points' })
  firstPoints!: PointsOfItem[];

  /** The people of the first assessment. */
  @Column('uuid', { name: 'first_assessors', array: true })
  firstAssessors!: string[];

  @Column('int', { name: 'second_total', nullable: true })
  secondTotal!: number | null;

  @Column('jsonb', { name: 'second_points', nullable: true })
  secondPoints!: PointsOfItem[] | null;

  /** What was found the second time; it bears on nothing but the comparison. */
  @Column('jsonb', { nullable: true })
  observations!: Observation[] | null;

  @Column('date', { name: 'assessed_on', nullable: true })
  assessedOn!: string | null;

  @Column('uuid', { name: 'second_assessors', array: true, nullable: true })
  secondAssessors!: string[] | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt!: Date | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;
}
