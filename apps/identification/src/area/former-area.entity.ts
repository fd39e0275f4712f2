import type { AreaLevel } from '@jingzhun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An area that is no more. Its code is never given again. */
@Entity('former_area')
export class FormerAreaRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  level!: AreaLevel;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode!: string | null;

  @Column('text')
  kind!: string;

  @Column('boolean')
  poor!: boolean;

  @Column('timestamptz', { name: 'valid_from', nullable: true })
  validFrom!: Date | null;

  @Column('timestamptz', { name: 'valid_to' })
  validTo!: Date;

  /** The present area its place belongs to. */
  @Column('text', { name: 'successor_code' })
  successorCode!: string;

  /** The account. */
  @Column('text', { name: 'ended_by' })
  endedBy!: string;

  /** The decision it was ended by. */
  @Column('text')
  document!: string;
}
