import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who printed what. Ids only; the table only grows, its trigger refuses every change. */
export interface DocumentPrint {
  document: string;
  /** Of the household or sitting; of a blank form the area. */
  subjectId: string;
  areaCode: string;
  printedBy: string;
  accountId: string;
  requestId: string;
}

@Injectable()
export class DocumentPrintRepository {
  /** The number of the record, which stands on the paper, and its moment. */
  async record(tx: EntityManager, print: DocumentPrint): Promise<{ number: string; at: Date }> {
    const [row] = await tx.query<{ id: string; printed_at: Date }[]>(
      `INSERT INTO document_print (document, subject_id, area_code, printed_by, account_id, request_id)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id, printed_at`,
      [print.document, print.subjectId, print.areaCode, print.printedBy, print.accountId, print.requestId],
    );
    return { number: row!.id, at: row!.printed_at };
  }
}
