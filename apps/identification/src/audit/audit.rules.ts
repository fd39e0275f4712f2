import type { StageDefinition } from '@jingzhun/identification-rules';
import { InvalidInput, NotAllowed } from '@jingzhun/kernel';

export interface AuditAsked {
  householdId: string;
  version: number;
  verdict: 'confirmed' | 'returned';
  reason?: string | null;
}

/** Households one request may audit. */
export const largestBatch = 100;

/** @throws InvalidInput */
export function assertAudits(audits: readonly AuditAsked[]): void {
  if (audits.length === 0 || audits.length > largestBatch)
    throw new InvalidInput(`A batch has 1 to ${largestBatch} households.`, 'audits', 'Split the batch.');
  if (new Set(audits.map(({ householdId }) => householdId)).size < audits.length)
    throw new InvalidInput('A household is named twice in this batch.', 'audits');
  if (audits.some(({ verdict, reason }) => verdict === 'returned' && !reason?.trim()))
    throw new InvalidInput('A household is returned without a reason.', 'audits', 'Say why it is returned.');
}

/** @throws NotAllowed unless the caller holds the role whose office audits at each of these stages. */
export function assertOffice(stages: readonly StageDefinition[], roles: readonly string[]): void {
  const other = stages.find(({ ownerRole }) => !roles.includes(ownerRole));
  if (other) throw new NotAllowed(`The stage ${other.key} is audited by the ${other.ownerRole}.`);
}
