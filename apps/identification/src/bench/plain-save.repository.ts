import { countyWide, type Database } from '@jingzhun/database';
import { randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StageRecordRow } from '../case/stage-record.entity';
import { HouseholdRow } from '../household/household.entity';

@Entity('visit')
export class PlainVisit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('int')
  round!: number;

  @Column('timestamptz', { name: 'visited_at' })
  visitedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('int', { name: 'persons_present' })
  personsPresent!: number;

  @Column('text')
  observation!: string;
}

@Entity('outbox_event')
export class PlainEvent {
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  @Column('text')
  type!: string;

  @Column('text')
  key!: string;

  @Column('text')
  actor!: string;

  @Column('text')
  correlation!: string;

  @Column('jsonb')
  data!: object;
}

/**
 * What one would write without thinking: find the household, change it, save() it with its visit and its history, insert an event.
 * No key, no lock, no counter, no command: less than the service does.
 */
export async function savePlainly(database: Database, householdId: string, personId: string): Promise<void> {
  await database.transaction(countyWide, async (tx) => {
    const household = await tx.getRepository(HouseholdRow).findOneByOrFail({ id: householdId });
    const at = new Date();
    const { areaCode, round, stage, stageOpenedAt, dueAt } = household;
    await tx.getRepository(PlainVisit).save({
      ...{ id: randomUUID(), householdId, areaCode, round, visitedAt: at, recordedAt: at, recordedBy: personId },
      ...{ personsPresent: 2, observation: 'A brick house, two rooms.' },
    });
    await tx.getRepository(StageRecordRow).save({
      ...{
        householdId,
        sequence: 1,
        areaCode,
        stage: stage ?? '',
        round,
        outcome: 'completed',
        openedAt: stageOpenedAt ?? at,
      },
      ...{ dueAt, completedAt: at, completedBy: personId },
    });
    await tx
      .getRepository(HouseholdRow)
      .save({ ...household, stage: 'scoring', version: household.version + 1, stageOpenedAt: at });
    await tx.getRepository(PlainEvent).insert({
      ...{ type: 'identification.stage-completed.v1', key: householdId, actor: personId, correlation: personId },
      data: { subjectKind: 'household', subjectId: householdId, areaCode, households: 1, stage, round },
    });
  });
}
