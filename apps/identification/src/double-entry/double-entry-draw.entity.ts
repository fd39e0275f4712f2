import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A draw of entries; rows are never changed. With the seed anybody can draw it again. */
@Entity('double_entry_draw')
export class DoubleEntryDrawRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  seed!: string;

  @Column('int')
  percent!: number;

  /** From each village, if it has so many. */
  @Column('int')
  minimum!: number;

  /** Entered households that no earlier draw had covered. */
  @Column('int')
  covered!: number;

  @Column('int')
  drawn!: number;

  @Column('timestamptz', { name: 'drawn_at' })
  drawnAt!: Date;

  @Column('uuid', { name: 'drawn_by' })
  drawnBy!: string;
}
