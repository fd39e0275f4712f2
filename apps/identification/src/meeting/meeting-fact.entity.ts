import type { MeetingEvent, MeetingFact } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing recorded about a meeting; never changed, only struck by a later one. */
@Entity('meeting_fact')
export class MeetingFactRow {
  @PrimaryColumn('uuid', { name: 'sitting_id' })
  sittingId!: string;

  /** From 1. */
  @PrimaryColumn('int')
  sequence!: number;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  kind!: MeetingEvent['kind'];

  /** The event without its kind. */
  @Column('jsonb')
  content!: Record<string, unknown>;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** An account, or `machine`. */
  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}

export function factOf({ sequence, kind, content }: MeetingFactRow): MeetingFact {
  return { ...content, kind, sequence } as MeetingFact;
}
