import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { finishVillage } from '../testing/finish-village';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, townshipCode, villageCode } from '../testing/small-county';
import { plainTotal } from '../testing/steps';

interface Proposal {
  id: string;
  version: number;
  state: string;
  code?: string;
  problems?: { code: string }[];
}

interface Announced {
  households?: number;
  persons?: number;
  lineVersion?: number;
  code?: string;
}

const proposal = `... on ScoreLineProposal { id version state } ... on Refusal { code }`;

describe('the line of a county', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    // The first village is finished; the second has not begun.
    await openCampaign(service, { villages: [[2, 1], [1]] }, 20);
    await finishVillage(service);
  });
  afterAll(() => service.close());

  const supervisor = (areas = [countyCode]) => service.as('supervisor', areas);
  const leader = (person = 'leader') => service.as('countyLeader', [countyCode], person);
  const secretary = (village = 0) => service.as('villageSecretary', [villageCode(village)], `secretary ${village}`);

  const propose = async (person: Person, change: Record<string, unknown> = {}) => {
    const input = {
      key: randomUUID(),
      line: plainTotal,
      quota: 7,
      reason: '按规模控制。',
      mayLeaveOpen: true,
      ...change,
    };
    const { answer } = await person.ask<{ answer: Proposal }>(
      `mutation ($input: ProposeScoreLineInput!) { answer: proposeScoreLine(input: $input) { ${proposal} } }`,
      { input },
    );
    return answer;
  };
  const decide = async (person: Person, { id, version }: Proposal, approve = true) => {
    const { answer } = await person.ask<{ answer: Proposal }>(
      `mutation ($input: DecideScoreLineInput!) {
         answer: decideScoreLine(input: $input) { ${proposal} ... on LineNotFrozen { problems { code } } }
       }`,
      { input: { key: randomUUID(), proposalId: id, version, approve } },
    );
    return answer;
  };
  const announce = async (person: Person, village: number) => {
    const { answer } = await person.ask<{ answer: Announced }>(
      `mutation ($input: PostAnnouncementInput!) {
         answer: postAnnouncement(input: $input) {
           ... on Announcement { households persons lineVersion } ... on Refusal { code }
         }
       }`,
      { input: { key: randomUUID(), villageCode: villageCode(village), place: '村公告栏' } },
    );
    return answer;
  };

  it('is shown with its consequences before anything is decided', async () => {
    const { table } = await leader().ask<{ table: object }>(
      `{ table: scoreLineTable(quota: 5, lines: [${plainTotal - 1}, ${plainTotal}]) {
           comparison candidate cases { scored vetoed unresolved }
           scenarios { line households persons overQuota townships { township persons } exclusion { sample } }
         } }`,
    );
    expect(table).toEqual({
      comparison: 'at-or-below',
      candidate: null,
      cases: { scored: 3, vetoed: 0, unresolved: 1 },
      scenarios: [
        {
          line: plainTotal - 1,
          households: 0,
          persons: 0,
          overQuota: -5,
          townships: [{ township: townshipCode, persons: 0 }],
          exclusion: null,
        },
        {
          line: plainTotal,
          households: 3,
          persons: 6,
          overQuota: 1,
          townships: [{ township: townshipCode, persons: 6 }],
          exclusion: null,
        },
      ],
    });
  });

  it('cannot be found by somebody who sees only a part of the county', async () => {
    const table = await supervisor([townshipCode]).execute(`{ scoreLineTable(quota: 5) { candidate } }`);
    expect(table.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    expect(await propose(supervisor([townshipCode]))).toEqual({ code: 'NOT_ALLOWED' });
  });

  it('is not announced before there is one', async () => {
    expect(await announce(secretary(), 0)).toEqual({ code: 'NO_LINE_YET' });
  });

  it('is not approved by whoever proposed it, nor while cases are open unless that was said', async () => {
    const own = await propose(leader());
    expect(await decide(leader(), own)).toMatchObject({ code: 'LINE_NOT_FROZEN', problems: [{ code: 'SAME_PERSON' }] });
    const closed = await propose(supervisor(), { mayLeaveOpen: false });
    expect(await decide(leader(), closed)).toMatchObject({ problems: [{ code: 'UNRESOLVED' }] });
    expect(await decide(leader(), closed, false)).toMatchObject({ state: 'refused' });
    expect(await decide(leader(), closed)).toEqual({ code: 'PROPOSAL_DECIDED' });
  });

  it('is frozen when another person approves it, as a version with its figures', async () => {
    expect(await decide(leader(), await propose(supervisor()))).toMatchObject({ state: 'approved' });
    const { scoreLine } = await secretary().ask<{ scoreLine: object }>(
      `{ scoreLine { version line comparison quota candidate scenario { households persons overQuota } } }`,
    );
    expect(scoreLine).toEqual({
      version: 1,
      line: plainTotal,
      comparison: 'at-or-below',
      quota: 7,
      candidate: plainTotal,
      scenario: { households: 3, persons: 6, overQuota: -1 },
    });
  });

  it('gives each village its list, which is announced once', async () => {
    const { list } = await secretary().ask<{
      list: { totalCount: number; nodes: { score: number; persons: number }[] };
    }>(
      `query ($village: ID!) { list: poorHouseholds(villageCode: $village, first: 2) { totalCount nodes { score persons } } }`,
      { village: villageCode(0) },
    );
    expect(list).toEqual({
      totalCount: 3,
      nodes: [
        { score: plainTotal, persons: 2 },
        { score: plainTotal, persons: 2 },
      ],
    });
    expect(await announce(secretary(), 1)).toEqual({ code: 'NOT_FOUND' });
    expect(await announce(secretary(), 0)).toEqual({ households: 3, persons: 6, lineVersion: 1 });
    expect(await announce(secretary(), 0)).toEqual({ code: 'ANNOUNCED_ALREADY' });
  });

  it('follows the one before as a new version and leaves that one as it was', async () => {
    expect(await decide(leader(), await propose(supervisor(), { line: plainTotal - 1 }))).toMatchObject({
      state: 'approved',
    });
    const { scoreLines } = await leader().ask<{ scoreLines: object[] }>(`{ scoreLines { version line } }`);
    expect(scoreLines).toEqual([
      { version: 2, line: plainTotal - 1 },
      { version: 1, line: plainTotal },
    ]);
    const client = new Client({ connectionString: service.database.runningUrl });
    await client.connect();
    await expect(client.query(`UPDATE score_line SET line = 99`)).rejects.toThrow('never changed');
    await client.end();
    expect(await announce(secretary(), 0)).toEqual({ households: 0, persons: 0, lineVersion: 2 });
  });
});
