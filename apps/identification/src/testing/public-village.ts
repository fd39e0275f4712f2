import { Client } from 'pg';
import { openCampaign, runningService, type RunningService } from './running-service';
import { countyCode, groupCode, townshipCode, villageCode } from './small-county';
import { assess, holdReview, postNotice, sittingsOf } from './steps';

export const group = groupCode(0, 0);
export const neighbours = groupCode(0, 1);

/** The first village up to its posted notices: three households in one group and one in the other. */
export async function publicVillage(dayMilliseconds: number): Promise<RunningService> {
  const service = await runningService();
  await openCampaign(service, { villages: [[3, 1], [1]] }, dayMilliseconds);
  const worker = service.as('fieldWorker', [villageCode(0)], 'scorer');
  for (const code of [group, neighbours]) {
    await assess(worker, code);
    const secretary = service.as('groupSecretary', [code], `secretary ${code}`);
    const [sitting] = await sittingsOf(secretary, {});
    const { code: refused } = await postNotice(secretary, await holdReview(secretary, 'Group', sitting!));
    if (refused) throw new Error(refused);
  }
  return service;
}

export function peopleOf(service: RunningService) {
  return {
    secretary: service.as('groupSecretary', [group], `secretary ${group}`),
    other: service.as('groupSecretary', [neighbours], `secretary ${neighbours}`),
    village: service.as('villageSecretary', [villageCode(0)], 'village secretary'),
    officer: service.as('townshipOfficer', [townshipCode], 'officer'),
    scorer: service.as('fieldWorker', [villageCode(0)], 'scorer'),
    checker: service.as('fieldWorker', [villageCode(1)], 'checker'),
    leader: service.as('countyLeader', [countyCode], 'leader'),
  };
}

/** What the database holds of the whole county. */
export async function stored<Row>(service: RunningService, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: service.database.runningUrl });
  await client.connect();
  await client.query(`SELECT set_config('jingzhun.scope', '4', false)`);
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
