import type { MediaType } from '@jingzhun/subgraph';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileKind } from './stored-file.rules';

/** What is known of a kept file. Its bytes lie outside the database, under the same id. */
@Entity('stored_file')
export class StoredFileRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: FileKind;

  /** Where it was handed in; once attached, the area of its record. */
  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;

  @Column('text', { name: 'media_type' })
  mediaType!: MediaType;

  @Column('int')
  bytes!: number;

  /** Of the bytes as they are kept. */
  @Column('text')
  sha256!: string;

  /** Of the bytes as they came, camera data and all: what the sender declared. */
  @Column('text', { name: 'received_sha256' })
  receivedSha256!: string;

  @Column('int', { nullable: true })
  width!: number | null;

  @Column('int', { nullable: true })
  height!: number | null;

  @Column('text', { name: 'claimed_taken_at', nullable: true })
  claimedTakenAt!: string | null;

  @Column('double precision', { name: 'claimed_latitude', nullable: true })
  claimedLatitude!: number | null;

  @Column('double precision', { name: 'claimed_longitude', nullable: true })
  claimedLongitude!: number | null;

  @Column('text', { name: 'attached_subject', nullable: true })
  attachedSubject!: string | null;

  @Column('uuid', { name: 'attached_to', nullable: true })
  attachedTo!: string | null;

  @Column('timestamptz', { name: 'attached_at', nullable: true })
  attachedAt!: Date | null;

  /** Being removed: whoever finds it so finishes the work. */
  @Column('timestamptz', { name: 'doomed_at', nullable: true })
  doomedAt!: Date | null;
}
