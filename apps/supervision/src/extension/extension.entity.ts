import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request for more time on one clock, and what another person decided about it. */
@Entity('extension')
export class ExtensionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'clock_id' })
  clockId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  reason!: string;

  /** The due time asked for. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** The account. */
  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('text', { name: 'asked_by_person' })
  askedByPerson!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  /** Null while it waits. */
  @Column('text', { nullable: true })
  decision!: 'granted' | 'refused' | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'decided_by_person', nullable: true })
  decidedByPerson!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
