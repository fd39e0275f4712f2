import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sitting')
export class SittingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  kind!: 'group' | 'village';

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('int')
  round!: number;

  /** Facts told to the sitting's workflow. */
  @Column('int')
  sequence!: number;

  @Column('text')
  state!: 'open' | 'held' | 'closed';

  /** The profile its households run by. */
  @Column('uuid', { name: 'profile_id' })
  profileId!: string;

  /** The stage it was opened at: a review at which its meeting speaks, or a publicity that needs no meeting. */
  @Column('text', { name: 'opening_stage' })
  openingStage!: string;

  /** The stage its households are at now; null when closed. */
  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('int')
  households!: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'stage_opened_at' })
  stageOpenedAt!: Date;

  @Column('timestamptz', { name: 'remind_at' })
  remindAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn!: string | null;

  @Column('timestamptz', { name: 'held_at', nullable: true })
  heldAt!: Date | null;

  @Column('text', { nullable: true })
  minutes!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
