import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaCode = 'text COLLATE "C" NOT NULL';

export class CreateStages20261123091000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // One row per completed stage and household; never changed. The unique key is the proof that a stage completes once.
      `CREATE TABLE stage_history (
         household_id uuid NOT NULL,
         sequence int NOT NULL,
         area_code ${areaCode},
         stage text NOT NULL,
         round int NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('completed', 'returned', 'withdrawn')),
         opened_at timestamptz NOT NULL,
         due_at timestamptz,
         completed_at timestamptz NOT NULL,
         completed_by text NOT NULL,
         PRIMARY KEY (household_id, sequence),
         UNIQUE (household_id, stage, round)
       )`,
      `CREATE TABLE stage_counter (
         area_code ${areaCode},
         stage text NOT NULL,
         households int NOT NULL,
         PRIMARY KEY (area_code, stage)
       )`,
      `CREATE TABLE visit (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         household_id uuid NOT NULL,
         area_code ${areaCode},
         round int NOT NULL,
         visited_at timestamptz NOT NULL,
         recorded_at timestamptz NOT NULL,
         recorded_by uuid NOT NULL,
         persons_present int NOT NULL,
         observation text NOT NULL
       )`,
      `CREATE INDEX visit_household ON visit (household_id, round)`,
      `CREATE TABLE score_sheet (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         household_id uuid NOT NULL,
         area_code ${areaCode},
         round int NOT NULL,
         form_version text NOT NULL,
         answers jsonb NOT NULL,
         points jsonb NOT NULL,
         total int NOT NULL,
         recorded_at timestamptz NOT NULL,
         recorded_by uuid NOT NULL,
         UNIQUE (household_id, round)
       )`,
      `CREATE TABLE sitting (
         id uuid PRIMARY KEY,
         version int NOT NULL DEFAULT 1,
         kind text NOT NULL CHECK (kind IN ('group', 'village')),
         area_code ${areaCode},
         round int NOT NULL,
         sequence int NOT NULL DEFAULT 0,
         state text NOT NULL CHECK (state IN ('open', 'held', 'closed')),
         review_stage text NOT NULL,
         stage text,
         households int NOT NULL,
         opened_at timestamptz NOT NULL,
         stage_opened_at timestamptz NOT NULL,
         remind_at timestamptz NOT NULL,
         due_at timestamptz NOT NULL,
         held_on date,
         held_at timestamptz,
         held_by uuid,
         minutes text,
         closed_at timestamptz,
         UNIQUE (kind, area_code, round)
       )`,
      `CREATE INDEX sitting_state ON sitting (state, area_code)`,
      // What was laid before a sitting, and what it said of each household.
      `CREATE TABLE sitting_household (
         sitting_id uuid NOT NULL,
         household_id uuid NOT NULL,
         area_code ${areaCode},
         verdict text CHECK (verdict IN ('confirmed', 'returned')),
         reason text,
         PRIMARY KEY (sitting_id, household_id)
       )`,
      `CREATE INDEX sitting_household_household ON sitting_household (household_id)`,
      `CREATE TABLE publicity (
         sitting_id uuid PRIMARY KEY,
         area_code ${areaCode},
         stage text NOT NULL,
         opened_at timestamptz NOT NULL,
         posted_at timestamptz,
         posted_by uuid,
         place text,
         closes_at timestamptz,
         closed_at timestamptz
       )`,
      `CREATE TABLE entry (
         household_id uuid PRIMARY KEY,
         area_code ${areaCode},
         total int NOT NULL,
         vetoed boolean NOT NULL,
         veto_reason text,
         entered_at timestamptz NOT NULL,
         entered_by uuid NOT NULL
       )`,
      `CREATE TABLE county_import (
         id uuid PRIMARY KEY,
         file_id uuid NOT NULL,
         state text NOT NULL CHECK (state IN ('running', 'done', 'refused')),
         lines_read int NOT NULL DEFAULT 0,
         duplicate_leads int,
         problems jsonb NOT NULL DEFAULT '[]',
         campaign_id uuid,
         started_at timestamptz NOT NULL DEFAULT now(),
         ended_at timestamptz
       )`,
      ...[
        'stage_history',
        'stage_counter',
        'visit',
        'score_sheet',
        'sitting',
        'sitting_household',
        'publicity',
        'entry',
      ].flatMap((table) => secureByArea(table)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE county_import, entry, publicity, sitting_household, sitting, score_sheet, visit, stage_counter, stage_history`,
    );
  }
}
