import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { FileIntake, StoredFiles, type DeclaredFile } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import type { StoredFileRow } from './stored-file.entity';
import { StoredFileRepository } from './stored-file.repository';
import {
  assertMayHandIn,
  assertNotTooMany,
  contentRules,
  toBeAttached,
  type Attachment,
  type FileKind,
} from './stored-file.rules';

export interface HandIn {
  kind: string;
  areaCode: unknown;
  declared: DeclaredFile;
  content: Readable;
}

/** Photos, signatures and documents: handed in, attached to the record they prove, shown to its people. */
@Injectable()
export class StoredFileService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileIntake) private readonly intake: FileIntake,
    @Inject(StoredFiles) private readonly files: StoredFiles,
    @Inject(StoredFileRepository) private readonly repository: StoredFileRepository,
  ) {}

  /** Keeps a file until a record names it or its time is over. */
  async handIn(caller: Caller, { kind, areaCode, declared, content }: HandIn): Promise<StoredFileRow> {
    assertMayHandIn(caller, kind, areaCode);
    const area = areaCode as string;
    return this.intake.take(content, declared, contentRules[kind], async (file) => {
      const { mediaType, width, height, claims } = file;
      const row = await this.database.transaction(caller, async (tx) => {
        if (!(await this.repository.hasArea(tx, area)))
          throw new NotFound('There is no such area in your area.', 'areaCode');
        assertNotTooMany(await this.repository.waiting(tx, caller.personId));
        return this.repository.add(tx, {
          id: randomUUID(),
          kind,
          areaCode: area,
          uploadedBy: caller.personId,
          mediaType,
          width,
          height,
          bytes: file.content.length,
          sha256: createHash('sha256').update(file.content).digest('hex'),
          receivedSha256: declared.sha256,
          claimedTakenAt: claims.takenAt ?? null,
          claimedLatitude: claims.latitude ?? null,
          claimedLongitude: claims.longitude ?? null,
        });
      });
      // The row first: a fall between the two leaves a row that is cleaned up, and never a file that nobody knows of.
      await this.files.put(row.id, file.content);
      return row;
    });
  }

  /**
   * Makes handed-in files the evidence of a record, in the transaction that records it. Files that are attached to it already
   * stay so.
   *
   * @throws FileNotUsable when one is missing, foreign, of another kind, or attached to another record
   */
  async attach(tx: EntityManager, ids: readonly string[], to: Attachment, kind: FileKind): Promise<void> {
    if (ids.length === 0) return;
    const found = await this.repository.lock(tx, ids);
    await this.repository.attach(tx, toBeAttached(ids, found, to, kind), to);
  }

  /** The files of each record, for what shows them. */
  attachedTo(caller: Caller, subject: string, ids: readonly string[]): Promise<Map<string, StoredFileRow[]>> {
    return this.database.read(caller, (tx) => this.repository.attachedTo(tx, subject, ids.filter(isUuid)));
  }

  find(caller: Caller, id: string): Promise<StoredFileRow | null> {
    return this.database.read(caller, (tx) => this.repository.find(tx, id));
  }

  /** @throws NotFound when it does not exist in the caller's area */
  async open(caller: Caller, id: string): Promise<{ file: StoredFileRow; content: Readable }> {
    const file = await this.find(caller, id);
    if (!file || file.doomedAt) throw new NotFound('There is no such file in your area.', 'id');
    return { file, content: await this.files.open(file.id) };
  }
}
