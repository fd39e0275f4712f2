import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A natural hamlet. Its code is given once; the village it lies in may change. */
@Entity('hamlet')
export class HamletRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  /** The village. */
  @Column('text', { name: 'area_code' })
  areaCode!: string;
}
