import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AreaRow } from './area.entity';
import type { GroupSuccession, MergerAsked, MergerGround } from './area.rules';

export interface Ending {
  at: Date;
  /** The account. */
  by: string;
  document: string;
}

/** The hierarchy of areas as it is, and how it changes. */
@Injectable()
export class AreaRepository {
  /** No area ends until the transaction is over. To be taken before any row is locked. */
  async keep(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(hashtext('hierarchy of areas'))`);
  }

  /**
   * What a merger is decided on. Nobody else relies on the hierarchy until the transaction ends, and no household of the villages
   * takes a step: households are locked in the order of every step, so that none waits crosswise.
   */
  async ground(tx: EntityManager, { villages, code }: MergerAsked): Promise<MergerGround> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('hierarchy of areas'))`);
    await tx.query(`SELECT FROM household WHERE left(area_code, 12) = ANY ($1) ORDER BY id FOR UPDATE`, [villages]);
    const found = await tx.query<{ code: string; name: string; level: string }[]>(
      `SELECT code, name, level FROM area
        WHERE (code = ANY ($1) AND level = 'village') OR (parent_code = ANY ($1) AND level = 'group') ORDER BY code`,
      [villages],
    );
    const [known] = await tx.query<{ township: boolean; code: boolean }[]>(
      `SELECT EXISTS (SELECT FROM area WHERE code = left($1, 9) AND level = 'township') AS township,
              EXISTS (SELECT FROM area WHERE code = $1 UNION ALL SELECT FROM former_area WHERE code = $1) AS code`,
      [code],
    );
    const open = await tx.query<{ areaCode: string }[]>(
      `SELECT area_code AS "areaCode" FROM sitting WHERE state <> 'closed' AND left(area_code, 12) = ANY ($1) ORDER BY 1 LIMIT 1`,
      [villages],
    );
    return {
      villages: found.filter(({ level }) => level === 'village'),
      groups: found.filter(({ level }) => level === 'group'),
      townshipKnown: known!.township,
      codeKnown: known!.code,
      underReview: open.map(({ areaCode }) => areaCode),
    };
  }

  /** The new village with its groups is there; the old ones are history, and what was before them points on. */
  async succeed(
    tx: EntityManager,
    asked: MergerAsked,
    groups: readonly GroupSuccession[],
    { at, by, document }: Ending,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO area (code, name, level, parent_code, kind, poor, valid_from) VALUES ($1, $2, 'village', left($1, 9), $3, $4, $5)`,
      [asked.code, asked.name, asked.kind, asked.poor, at],
    );
    const succession = {
      ended: [...asked.villages, ...groups.map(({ code }) => code)],
      begun: [...asked.villages.map(() => asked.code), ...groups.map(({ successor }) => successor.code)],
    };
    await tx.query(
      `INSERT INTO area (code, name, level, parent_code, kind, poor, valid_from)
       SELECT begun, given.name, level, $4, kind, poor, $5
         FROM unnest($1::text[], $2::text[], $3::text[]) AS given (ended, begun, name) JOIN area ON area.code = ended`,
      [
        groups.map(({ code }) => code),
        groups.map(({ successor }) => successor.code),
        groups.map(({ successor }) => successor.name),
        asked.code,
        at,
      ],
    );
    await tx.query(
      `INSERT INTO former_area (code, name, level, parent_code, kind, poor, valid_from, valid_to, successor_code, ended_by, document)
       SELECT code, name, level, parent_code, kind, poor, valid_from, $3, begun, $4, $5
         FROM unnest($1::text[], $2::text[]) AS succession (ended, begun) JOIN area ON area.code = ended`,
      [succession.ended, succession.begun, at, by, document],
    );
    await tx.query(
      `UPDATE former_area SET successor_code = begun
         FROM unnest($1::text[], $2::text[]) AS succession (ended, begun) WHERE successor_code = ended`,
      [succession.ended, succession.begun],
    );
    await tx.query(`UPDATE hamlet SET area_code = $2 WHERE area_code = ANY ($1)`, [asked.villages, asked.code]);
    await tx.query(`DELETE FROM area WHERE code = ANY ($1)`, [succession.ended]);
  }

  get(tx: EntityManager, code: string): Promise<AreaRow> {
    return tx.getRepository(AreaRow).findOneByOrFail({ code });
  }
}
