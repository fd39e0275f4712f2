import { randomUUID } from 'node:crypto';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, villageCode } from '../testing/small-county';
import { householdsOf, recordScoreSheet, recordVisit, sittingsOf } from '../testing/steps';

interface Line {
  stage: string;
  households: number;
  outcome: string;
  reason: string;
}

interface Migration {
  id: string;
  version: number;
  state: string;
  result: Line[] | null;
  code?: string;
}

const line = 'stage households outcome reason';

describe('the governed change of the profile that running cases go by', () => {
  let service: RunningService;
  let from: string;
  let to: string;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[3, 2]] });
    const { profiles } = await administrator().ask<{ profiles: { id: string; key: string }[] }>(
      `{ profiles { id key } }`,
    );
    const idOf = (key: string) => profiles.find((profile) => profile.key === key)!.id;
    [from, to] = [idOf('luocheng-2015'), idOf('shanglin-2015')];
    const [first, second] = await householdsOf(worker(), groupCode(0, 0));
    await recordScoreSheet(worker(), await recordVisit(worker(), first!));
    await recordVisit(worker(), second!);
  });
  afterAll(() => service.close());

  const administrator = (person = 'administrator') => service.as('administrator', [countyCode], person);
  const worker = () => service.as('fieldWorker', [villageCode(0)]);
  const leader = () => service.as('countyLeader', [countyCode]);

  const request = async (person: Person, toProfileId: string, reason = 'A second visit was ordered.') => {
    const { answer } = await person.ask<{ answer: Migration }>(
      `mutation ($input: RequestProfileMigrationInput!) {
         answer: requestProfileMigration(input: $input) {
           ... on ProfileMigration { id version state } ... on Refusal { code }
         }
       }`,
      { input: { key: randomUUID(), fromProfileId: from, toProfileId, reason } },
    );
    return answer;
  };
  const decide = async (person: Person, { id, version }: Migration, approve = true) => {
    const { answer } = await person.ask<{ answer: Migration }>(
      `mutation ($input: DecideProfileMigrationInput!) {
         answer: decideProfileMigration(input: $input) {
           ... on ProfileMigration { id version state result { ${line} } } ... on Refusal { code }
         }
       }`,
      { input: { key: randomUUID(), migrationId: id, version, approve } },
    );
    return answer;
  };

  it('is shown before it is requested', async () => {
    const { preview } = await leader().ask<{ preview: Line[] }>(
      `query ($from: ID!, $to: ID!) { preview: profileMigrationPreview(fromProfileId: $from, toProfileId: $to) { ${line} } }`,
      { from, to },
    );
    expect(preview).toEqual([
      { stage: 'visit', households: 3, outcome: 'moves', reason: 'same-stage' },
      { stage: 'scoring', households: 1, outcome: 'moves', reason: 'same-stage' },
      { stage: 'group-review', households: 1, outcome: 'stays', reason: 'in-a-sitting' },
    ]);
  });

  it('is refused without a reason, to the same profile, to one that does not exist', async () => {
    expect(await request(administrator(), to, ' ')).toEqual({ code: 'INVALID_INPUT' });
    expect(await request(administrator(), from)).toEqual({ code: 'INVALID_INPUT' });
    expect(await request(administrator(), randomUUID())).toEqual({ code: 'NOT_FOUND' });
  });

  it('moves nothing when it is refused, and is not decided by whoever requested it', async () => {
    const asked = await request(administrator(), to);
    expect(await decide(administrator(), asked)).toEqual({ code: 'NOT_ALLOWED' });
    expect(await decide(leader(), asked, false)).toMatchObject({ state: 'refused', result: null });
    expect(await decide(leader(), asked)).toEqual({ code: 'MIGRATION_DECIDED' });
  });

  it('moves what waits for its own step, and opens the meeting that nobody else would open any more', async () => {
    const secretary = service.as('groupSecretary', [groupCode(0, 0)]);
    expect(await sittingsOf(secretary, {})).toEqual([]);
    const asked = await request(administrator(), to);
    const done = await decide(leader(), asked);
    expect(done).toMatchObject({ state: 'done' });
    expect(done.result?.map(({ stage, households, outcome }) => [stage, households, outcome])).toEqual([
      ['visit', 3, 'moves'],
      ['scoring', 1, 'moves'],
      ['group-review', 1, 'stays'],
    ]);
    expect(await sittingsOf(secretary, {})).toMatchObject([{ state: 'open', households: 1 }]);
  });

  it('leaves the moved households to go on by the new rules, in a sitting of their own', async () => {
    for (const household of await householdsOf(worker(), groupCode(0, 0), 'visit'))
      await recordVisit(worker(), household);
    for (const household of await householdsOf(worker(), groupCode(0, 0), 'scoring'))
      await recordScoreSheet(worker(), household);
    const secretary = service.as('groupSecretary', [groupCode(0, 0)]);
    expect(await sittingsOf(secretary, {})).toMatchObject([
      { round: 1, households: 1 },
      { round: 2, households: 2 },
    ]);
  });
});
