import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who answers for an area in a role, as organization last said. Both ids are null while the duty is vacant. */
@Entity('duty')
export class DutyRow {
  @PrimaryColumn('text', { name: 'area_code' })
  areaCode!: string;

  @PrimaryColumn('text')
  role!: string;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  /** The event that said so: of two changes at one instant the greater id stands, in whatever order they come. */
  @Column('uuid', { name: 'event_id' })
  eventId!: string;
}
