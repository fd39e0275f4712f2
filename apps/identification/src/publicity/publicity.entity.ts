import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('publicity')
export class PublicityRow {
  @PrimaryColumn('uuid', { name: 'sitting_id' })
  sittingId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  stage!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'posted_at', nullable: true })
  postedAt!: Date | null;

  @Column('uuid', { name: 'posted_by', nullable: true })
  postedBy!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  /** Names the notice for whoever objects; on it for everybody to read. Null on one opened before objections were taken. */
  @Column('text', { name: 'objection_code', nullable: true })
  objectionCode!: string | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
