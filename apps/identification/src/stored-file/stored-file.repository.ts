import { isUuid } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AreaRow } from '../area/area.entity';
import { StoredFileRow } from './stored-file.entity';
import type { Attachment } from './stored-file.rules';

export type NewFile = Omit<StoredFileRow, 'uploadedAt' | 'attachedSubject' | 'attachedTo' | 'attachedAt' | 'doomedAt'>;

@Injectable()
export class StoredFileRepository {
  async add(tx: EntityManager, file: NewFile): Promise<StoredFileRow> {
    await tx.getRepository(StoredFileRow).insert(file);
    return tx.getRepository(StoredFileRow).findOneByOrFail({ id: file.id });
  }

  /** Whether there is an area of that code among the caller's. */
  hasArea(tx: EntityManager, code: string): Promise<boolean> {
    return tx.getRepository(AreaRow).existsBy({ code });
  }

  find(tx: EntityManager, id: string): Promise<StoredFileRow | null> {
    return isUuid(id) ? tx.getRepository(StoredFileRow).findOneBy({ id }) : Promise.resolve(null);
  }

  /** How many files a person has handed in that nothing names yet. One at a time per person. */
  async waiting(tx: EntityManager, uploadedBy: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`stored_file ${uploadedBy}`]);
    const [row] = await tx.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM stored_file WHERE uploaded_by = $1 AND attached_to IS NULL`,
      [uploadedBy],
    );
    return row!.waiting;
  }

  /** The files with those ids in the caller's area, locked until the transaction ends. */
  lock(tx: EntityManager, ids: readonly string[]): Promise<StoredFileRow[]> {
    return tx.getRepository(StoredFileRow).find({
      where: { id: In(ids.filter(isUuid)) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async attach(tx: EntityManager, ids: readonly string[], { subject, id, areaCode }: Attachment): Promise<void> {
    await tx.query(
      `UPDATE stored_file SET attached_subject = $2, attached_to = $3, area_code = $4, attached_at = clock_timestamp()
        WHERE id = ANY ($1)`,
      [ids, subject, id, areaCode],
    );
  }

  /** The files of each record, in the order they came. */
  async attachedTo(tx: EntityManager, subject: string, ids: readonly string[]): Promise<Map<string, StoredFileRow[]>> {
    const rows = await tx.getRepository(StoredFileRow).find({
      where: { attachedSubject: subject, attachedTo: In([...ids]) },
      order: { uploadedAt: 'ASC', id: 'ASC' },
    });
    const found = new Map<string, StoredFileRow[]>();
    for (const row of rows) found.set(row.attachedTo!, [...(found.get(row.attachedTo!) ?? []), row]);
    return found;
  }

  /** Marks some files that nothing named since they came before `moment`, so that nothing can name them any more. */
  async doom(tx: EntityManager, moment: Date, most: number): Promise<void> {
    // Files that are being attached at this moment are locked and passed over.
    await tx.query(
      `UPDATE stored_file SET doomed_at = clock_timestamp()
        WHERE id IN (SELECT id FROM stored_file
                      WHERE attached_to IS NULL AND doomed_at IS NULL AND uploaded_at < $1
                      ORDER BY uploaded_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [moment, most],
    );
  }

  /** Those that are to be removed, also what an interrupted removal left. */
  async doomed(tx: EntityManager, most: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM stored_file WHERE attached_to IS NULL AND doomed_at IS NOT NULL ORDER BY uploaded_at LIMIT $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  async forget(tx: EntityManager, id: string): Promise<void> {
    await tx.query(`DELETE FROM stored_file WHERE id = $1 AND doomed_at IS NOT NULL`, [id]);
  }
}
