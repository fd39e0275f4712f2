import type { Role } from '@jingzhun/access';
import { randomUUID } from 'node:crypto';
import type { RunningService } from './running-service';
import { countyCode, groupCode, townshipCode, villageCode } from './small-county';
import { recordEntries } from './entry-steps';
import {
  holdReview,
  householdsOf,
  plainTotal,
  postNotice,
  recordScoreSheet,
  recordVisit,
  sittingsOf,
  type ShownHousehold,
} from './steps';

interface ChainLink {
  key: string;
  kind: string;
  unit: string;
  ownerRole: Role;
}

/** Brings the first village from stage to stage as its profile has them, each step by the people concerned; quietly. */
export async function finishVillage(service: RunningService): Promise<void> {
  const { campaign } = await service
    .as('administrator', [countyCode])
    .ask<{ campaign: { profile: { stages: ChainLink[] } } }>(
      `{ campaign { profile { stages { key kind unit ownerRole } } } }`,
    );
  for (const stage of campaign.profile.stages) await finishStage(service, stage);
}

async function finishStage(service: RunningService, { key, kind, ownerRole }: ChainLink): Promise<void> {
  const village = villageCode(0);
  const worker = service.as('fieldWorker', [village]);
  const owner = service.as(
    ownerRole,
    [ownerRole === 'supervisor' ? countyCode : townshipCode],
    `${ownerRole} of ${key}`,
  );
  switch (kind) {
    case 'visit':
      for (const household of await householdsOf(worker, village, key)) await recordVisit(worker, household);
      return;
    case 'scoring':
      for (const household of await householdsOf(worker, village, key)) await recordScoreSheet(worker, household);
      return;
    case 'review':
      for (const sitting of await sittingsOf(owner, { areaCode: village, state: 'open' }))
        await holdReview(owner, sitting.kind === 'group' ? 'Group' : 'Village', sitting);
      return;
    case 'publicity':
      for (const sitting of await sittingsOf(owner, { areaCode: village, state: 'held' })) {
        const { code } = await postNotice(owner, sitting);
        if (code) throw new Error(code);
        await closedWhenOver(service, sitting.id);
      }
      return;
    case 'audit':
      await audit(service, key, ownerRole, 'confirmed', await householdsOf(worker, village, key));
      return;
    case 'entry': {
      const clerk = service.as('entryClerk', [townshipCode]);
      const scored = await scoreOf(service);
      const waiting = await householdsOf(clerk, village, key);
      const entries = waiting.map(({ id, version }) => ({ householdId: id, version, vetoed: false, ...scored }));
      const { code } = await recordEntries(clerk, entries);
      if (code) throw new Error(code);
    }
  }
}

/** What an office says of households; answers what the graph answered. */
export async function audit(
  service: RunningService,
  stage: string,
  role: Role,
  verdict: 'confirmed' | 'returned',
  households: readonly Pick<ShownHousehold, 'id' | 'version'>[],
): Promise<{ confirmed?: number; returned?: number; code?: string }> {
  const officer = service.as(role, [role === 'supervisor' ? countyCode : townshipCode], `${role} of ${stage}`);
  const audits = households.map(({ id, version }) => ({
    householdId: id,
    version,
    verdict,
    ...(verdict === 'returned' && { reason: 'The land is not that of the register.' }),
  }));
  const { recordAudits } = await officer.ask<{
    recordAudits: { confirmed?: number; returned?: number; code?: string };
  }>(
    `mutation ($input: RecordAuditsInput!) {
       recordAudits(input: $input) { ... on AuditsRecorded { confirmed returned } ... on Refusal { code } }
     }`,
    { input: { key: randomUUID(), audits } },
  );
  return recordAudits;
}

/** Closes a publicity as its timer would, as soon as its days are over. */
export async function closedWhenOver(service: RunningService, sittingId: string): Promise<void> {
  for (;;) {
    const { status } = await service.graph.internal('close-publicity', { sittingId });
    if (status === 204) return;
  }
}

async function scoreOf(service: RunningService): Promise<{ total?: number }> {
  const { households } = await service
    .as('entryClerk', [townshipCode])
    .ask<{ households: { nodes: { scoreSheet: object | null }[] } }>(
      `{ households(filter: { areaCode: "${groupCode(0, 0)}" }, first: 1) { nodes { scoreSheet { total } } } }`,
    );
  return households.nodes[0]?.scoreSheet ? { total: plainTotal } : {};
}
