import type {
  Objection,
  ObjectionChannel,
  ObjectionEffect,
  ObjectionKind,
  ObjectionOutcome,
  ObjectionPeriod,
  ObjectionState,
  Recheck,
} from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An objection; who objected is kept apart and not read with it. */
@Entity('objection')
export class ObjectionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  /** Facts told to its workflow. */
  @Column('int')
  sequence!: number;

  @Column('uuid', { name: 'profile_id' })
  profileId!: string;

  /** The group of its household; of a household that was missed the group or the village. */
  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'household_id', nullable: true })
  householdId!: string | null;

  /** What the objector is given, to ask how far it is. */
  @Column('text')
  receipt!: string;

  @Column('text')
  kind!: ObjectionKind;

  @Column('text')
  channel!: ObjectionChannel;

  @Column('boolean')
  anonymous!: boolean;

  @Column('text')
  period!: ObjectionPeriod;

  @Column('text')
  statement!: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text')
  effect!: ObjectionEffect;

  @Column('text')
  state!: ObjectionState;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt!: Date | null;

  /** When the present state must be left; null when the matter is closed. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('jsonb', { nullable: true })
  recheck!: Recheck | null;

  @Column('jsonb', { nullable: true })
  outcome!: ObjectionOutcome | null;

  @Column('boolean', { nullable: true })
  satisfied!: boolean | null;
}

/** The objection as the rules know it. */
export function objectionOf(row: ObjectionRow): Objection {
  const { id, kind, channel, anonymous, period, householdId, effect, state, recheck, outcome, satisfied } = row;
  return {
    ...{ id, kind, channel, anonymous, period, householdId, effect, state, recheck, outcome, satisfied },
    receivedAt: row.receivedAt.toISOString(),
    since: row.since.toISOString(),
  };
}
