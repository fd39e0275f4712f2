import { StaleVersion, isUuid, NotFound } from '@jingzhun/kernel';
import type { Veto, VetoStep } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shownState, type ShownVetoState } from './veto.rules';

/** A veto as it is kept. Persons are ids; a veto is never removed. */
export interface VetoRow extends Veto {
  version: number;
  householdId: string;
  areaCode: string;
  state: ShownVetoState;
}

interface StoredVeto extends Omit<VetoRow, 'leadId' | 'assetAcquiredOn' | 'proposedAt'> {
  proposedAt: Date;
  leadId: string | null;
  assetAcquiredOn: string | null;
}

export interface VetoFilter {
  areaCode?: string | null;
  state?: ShownVetoState | null;
}

const columns = `id, version, household_id AS "householdId", area_code AS "areaCode", rule, reason, evidence,
  proposed_by AS "proposedBy", proposed_at AS "proposedAt", lead_id AS "leadId", asset_acquired_on::text AS "assetAcquiredOn",
  steps, state`;

@Injectable()
export class VetoRepository {
  /** Whether it could be added: false when a veto by that rule is in force against the household. */
  async add(tx: EntityManager, veto: Veto & Pick<VetoRow, 'householdId' | 'areaCode'>): Promise<boolean> {
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO veto (id, household_id, area_code, rule, reason, evidence, proposed_by, proposed_at, lead_id, asset_acquired_on,
                         steps, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (household_id, rule) WHERE state <> 'lifted' DO NOTHING RETURNING id`,
      [
        veto.id,
        veto.householdId,
        veto.areaCode,
        veto.rule,
        veto.reason,
        JSON.stringify(veto.evidence),
        veto.proposedBy,
        veto.proposedAt,
        veto.leadId ?? null,
        veto.assetAcquiredOn ?? null,
        JSON.stringify(veto.steps),
        shownState(veto),
      ],
    );
    return rows.length > 0;
  }

  /** @throws NotFound */
  async get(tx: EntityManager, id: string): Promise<VetoRow> {
    const [row] = await this.byIds(tx, isUuid(id) ? [id] : []);
    if (!row) throw new NotFound('There is no such veto in your area.', 'vetoId');
    return row;
  }

  async byIds(tx: EntityManager, ids: readonly string[]): Promise<VetoRow[]> {
    return vetoes(await tx.query<StoredVeto[]>(`SELECT ${columns} FROM veto WHERE id = ANY ($1) ORDER BY id`, [ids]));
  }

  /** Those with the ids, locked until the transaction ends. @throws NotFound unless all of them are there */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<VetoRow[]> {
    const rows = await tx.query<StoredVeto[]>(
      `SELECT ${columns} FROM veto WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
      [ids.filter(isUuid)],
    );
    if (rows.length < ids.length) throw new NotFound('There is no such veto in your area.', 'vetoId');
    return vetoes(rows);
  }

  /** @throws NotFound, StaleVersion */
  async lockAt(tx: EntityManager, id: string, version: number): Promise<VetoRow> {
    const [row] = await this.lock(tx, [id]);
    if (row!.version !== version) throw new StaleVersion('The veto was changed after it was read.', 'version');
    return row!;
  }

  /** Vetoes of those households that still wait for a meeting, locked. */
  async lockToNote(tx: EntityManager, householdIds: readonly string[]): Promise<VetoRow[]> {
    return vetoes(
      await tx.query<StoredVeto[]>(
        `SELECT ${columns} FROM veto WHERE household_id = ANY ($1) AND state IN ('proposed', 'notedByGroup')
          ORDER BY id FOR UPDATE`,
        [householdIds],
      ),
    );
  }

  /** Saves what was done about vetoes that the caller has locked. */
  async save(tx: EntityManager, changed: readonly Veto[]): Promise<void> {
    if (changed.length === 0) return;
    await tx.query(
      `UPDATE veto SET steps = changed.steps, state = changed.state, version = version + 1
         FROM unnest($1::uuid[], $2::jsonb[], $3::text[]) AS changed (id, steps, state) WHERE veto.id = changed.id`,
      [
        changed.map(({ id }) => id),
        changed.map(({ steps }): string => JSON.stringify(steps satisfies VetoStep[])),
        changed.map(shownState),
      ],
    );
  }

  async ofHouseholds(tx: EntityManager, householdIds: readonly string[]): Promise<VetoRow[]> {
    return vetoes(
      await tx.query<StoredVeto[]>(
        `SELECT ${columns} FROM veto WHERE household_id = ANY ($1) ORDER BY proposed_at, id`,
        [householdIds],
      ),
    );
  }

  /** In the order of place and id; one more than `first`. */
  async page(
    tx: EntityManager,
    { areaCode, state }: VetoFilter,
    first: number,
    after?: string[],
  ): Promise<{ rows: VetoRow[]; totalCount: number }> {
    const matching = `FROM veto WHERE area_code ^@ $1 AND ($2::text IS NULL OR state = $2)`;
    const matched = [areaCode ?? '', state ?? null];
    const [count] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count ${matching}`, matched);
    const rows = await tx.query<StoredVeto[]>(
      `SELECT ${columns} ${matching} AND ($3::text IS NULL OR (area_code, id::text) > ($3, $4))
        ORDER BY area_code, id::text LIMIT $5`,
      [...matched, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return { rows: vetoes(rows), totalCount: count!.count };
  }
}

function vetoes(rows: readonly StoredVeto[]): VetoRow[] {
  return rows.map(({ leadId, assetAcquiredOn, proposedAt, ...row }) => ({
    ...row,
    proposedAt: proposedAt.toISOString(),
    ...(leadId !== null && { leadId }),
    ...(assetAcquiredOn !== null && { assetAcquiredOn }),
  }));
}
