import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StoredFileService } from '../stored-file/stored-file.service';
import { filesIn, type GivenEvidence } from './veto.rules';

/** What a veto, or the lead before it, is shown by. */
export interface Proof {
  subject: 'veto' | 'lead';
  id: string;
  areaCode: string;
  by: string;
}

/** Attaches the files among the evidence; a paper that lies elsewhere has none. */
@Injectable()
export class VetoEvidence {
  constructor(@Inject(StoredFileService) private readonly files: StoredFileService) {}

  async attach(tx: EntityManager, to: Proof, evidence: readonly GivenEvidence[]): Promise<void> {
    const { photo, document } = filesIn(evidence);
    await this.files.attach(tx, photo, { ...to, field: 'evidence' }, 'photo');
    await this.files.attach(tx, document, { ...to, field: 'evidence' }, 'document');
  }
}
