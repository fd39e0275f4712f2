import type { Caller } from '@jingzhun/access';
import { Database, DatabaseModule } from '@jingzhun/database';
import { createLogger, ObservabilityModule } from '@jingzhun/observability';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { dataSource } from '../data-source';
import { VisitModule } from '../visit/visit.module';
import { VisitService } from '../visit/visit.service';
import { readEnv } from './env';
import { PlainEvent, PlainVisit, savePlainly } from './plain-save.repository';
import { countsAt, householdsToVisit } from './waiting-households.queries';

const connections = 8;
/** Changes before the clock starts: code is compiled and caches are filled by them. */
const warmUp = 300;

@Module({})
class MeasuredModule {}

/**
 * Measures visits as the service records them, and the same rows saved plainly, on two halves of the county's households; prints
 * one line of JSON. No HTTP, no graph and no relay: the service's own code against PostgreSQL.
 */
async function main(): Promise<void> {
  const source = dataSource(readEnv().DATABASE_URL);
  source.setOptions({ entities: [...(source.options.entities as (new () => object)[]), PlainEvent, PlainVisit] });
  const logger = createLogger({ service: 'bench', level: 'silent' });
  const app = await NestFactory.createApplicationContext(
    {
      module: MeasuredModule,
      imports: [ObservabilityModule.forRoot(logger), DatabaseModule.forRoot(source), VisitModule],
    },
    { logger: false },
  );
  const database = app.get(Database);
  const visits = app.get(VisitService, { strict: false });
  const households = await householdsToVisit(database);
  const half = Math.floor(households.length / 2);
  const caller = callerOf();
  const colleagueId = randomUUID();
  const visit = ({ id, version }: (typeof households)[number]) =>
    visits.record(caller, {
      ...{ key: randomUUID(), householdId: id, version, visitedAt: new Date() },
      ...{ companionIds: [colleagueId], personsPresent: 2, observation: 'A brick house, two rooms.' },
      // What is measured is the step of the case; the facts of a visit are rows beside it.
      observations: [],
    });
  const perSecond = await rate(households.slice(0, half), visit);
  const { counted, counters, visits: recorded } = await countsAt(database, 'scoring');
  const wrong = [
    ...(counted === half && recorded === half ? [] : [`${half} visits asked, ${recorded} recorded, ${counted} moved`]),
    ...(counters === counted ? [] : [`the counters say ${counters}, there are ${counted}`]),
  ];
  const plainPerSecond = await rate(households.slice(half), ({ id }) => savePlainly(database, id, caller.personId));
  const plainChanges = households.length - half;
  process.stdout.write(JSON.stringify({ connections, changes: half, perSecond, plainChanges, plainPerSecond, wrong }));
  await app.close();
}

/** Changes in a second, by so many at once, each taking the next household when it is done with one. */
async function rate<Subject>(subjects: Subject[], change: (subject: Subject) => Promise<unknown>): Promise<number> {
  await eachOf(subjects.slice(0, warmUp), change);
  const measured = subjects.slice(warmUp);
  const began = performance.now();
  await eachOf(measured, change);
  return (measured.length * 1_000) / (performance.now() - began);
}

async function eachOf<Subject>(subjects: Subject[], work: (subject: Subject) => Promise<unknown>): Promise<void> {
  const waiting = subjects.values();
  const lane = async () => {
    for (const subject of waiting) await work(subject);
  };
  await Promise.all(Array.from({ length: connections }, lane));
}

function callerOf(): Caller {
  return {
    accountId: randomUUID(),
    personId: randomUUID(),
    areas: ['4'],
    requestId: randomUUID(),
    roles: ['fieldWorker'],
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
