import type { SubjectKind } from '@jingzhun/contracts/identification';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The deadline of one stage of one subject in one round. Times are null until the event that brings them has come. */
@Entity('clock')
export class ClockRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** Rises with each extension and with nothing else: the case's workflow compares it. */
  @Column('int')
  version!: number;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: SubjectKind;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  stage!: string;

  @Column('int')
  round!: number;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('int')
  households!: number;

  @Column('text', { name: 'owner_role', nullable: true })
  ownerRole!: string | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt!: Date | null;

  @Column('timestamptz', { name: 'first_due_at', nullable: true })
  firstDueAt!: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt!: Date | null;

  @Column('timestamptz', { name: 'breached_at', nullable: true })
  breachedAt!: Date | null;

  /** When the notice was posted: what the stage owes is done, and the legal period runs until `closesAt`. */
  @Column('timestamptz', { name: 'posted_at', nullable: true })
  postedAt!: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt!: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: 'completed' | 'returned' | 'withdrawn' | null;
}
