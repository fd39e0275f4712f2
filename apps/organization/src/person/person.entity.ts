import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  name!: string;

  @Column('text')
  phone!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;
}
