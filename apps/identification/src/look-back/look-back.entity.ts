import type { LookBackTerms, SampleRule } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sample of one township, where it is another than the rest of the county's. */
export interface TownshipSample extends SampleRule {
  townshipCode: string;
}

/** A look-back at the scores of an area; rows are never changed. With the seed anybody can draw it again. */
@Entity('look_back')
export class LookBackRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  seed!: string;

  @Column('text')
  stratum!: LookBackTerms['stratum'];

  @Column('jsonb')
  sample!: SampleRule;

  @Column('jsonb', { name: 'township_samples' })
  townshipSamples!: TownshipSample[];

  @Column('text')
  reason!: string;

  /** Scored households that could be drawn. */
  @Column('int')
  population!: number;

  @Column('int')
  drawn!: number;

  @Column('timestamptz', { name: 'drawn_at' })
  drawnAt!: Date;

  @Column('uuid', { name: 'drawn_by' })
  drawnBy!: string;
}
