import type { AreaLevel } from '@jingzhun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('area')
export class AreaRow {
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

  /** Null for an area that came with the county file. */
  @Column('timestamptz', { name: 'valid_from', nullable: true })
  validFrom!: Date | null;
}
