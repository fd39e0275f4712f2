import { Column, Entity, PrimaryColumn } from 'typeorm';

/** waiting for the second clerk; agreed; differs, until every difference is settled. */
export type DoubleEntryState = 'waiting' | 'agreed' | 'differs' | 'settled';

/** An entry that was drawn to be keyed in again by another clerk. */
@Entity('double_entry')
export class DoubleEntryRow {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'draw_id' })
  drawId!: string;

  @Column('text')
  state!: DoubleEntryState;

  /** What the second clerk keyed in; null while it waits, and the total also where households are not scored. */
  @Column('int', { nullable: true })
  total!: number | null;

  @Column('text', { nullable: true })
  veto!: string | null;

  @Column('timestamptz', { name: 'entered_at', nullable: true })
  enteredAt!: Date | null;

  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredBy!: string | null;
}
