import { randomUUID } from 'node:crypto';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, numberOf, townshipCode, villageCode } from '../testing/small-county';
import { householdsOf, type Answer } from '../testing/steps';
import { vetoesOf } from '../testing/veto-steps';

interface ShownFile {
  source: string;
  records: number;
  matched: number;
  leads: number;
  problems?: { line: number; problem: string }[];
}

interface ShownLead {
  id: string;
  version: number;
  householdId: string;
  state: string;
  source: string;
  record: string;
  matchedBy: string;
  confidence: number;
  replyDueAt: string | null;
  reply: string | null;
  decisionId: string | null;
  vetoId: string | null;
}

const shown = `id version householdId state source record matchedBy confidence replyDueAt reply decisionId vetoId`;

/** Members 0 and 1 of the small county's first household, 2 and 3 of the second, and so on; they are called Person 0, Person 1 … */
const file = (source: string, ...records: string[]) =>
  [`match,1,${source}`, ...records.map((record) => `record,${record}`), `end,${records.length}`].join('\n');

describe('leads from other departments', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 1], [1]] });
  });
  afterAll(() => service.close());

  const administrator = () => service.as('administrator', [countyCode]);
  const officer = () => service.as('townshipOfficer', [townshipCode], 'officer');
  const worker = (place = 0) => service.as('fieldWorker', [groupCode(0, place)], `worker ${place}`);

  async function importFile(content: string, key = randomUUID()): Promise<Answer<ShownFile>> {
    const fileId = await administrator().upload(content);
    const { answer } = await administrator().ask<{ answer: Answer<ShownFile> }>(
      `mutation ($input: ImportMatchFileInput!) {
         answer: importMatchFile(input: $input) {
           ... on MatchFile { source records matched leads } ... on MatchFileRefused { problems { line problem } }
           ... on Refusal { code field }
         }
       }`,
      { input: { key, fileId } },
    );
    return answer;
  }

  async function leadsOf(person: Person, filter: object = {}): Promise<ShownLead[]> {
    const { leads } = await person.ask<{ leads: { nodes: ShownLead[] } }>(
      `query ($filter: LeadFilter) { leads(filter: $filter, first: 100) { nodes { ${shown} } } }`,
      { filter },
    );
    return leads.nodes;
  }

  async function step(
    person: Person,
    mutation: string,
    lead: ShownLead,
    change: object = {},
  ): Promise<Answer<ShownLead>> {
    const types: Record<string, string> = {
      notifyOfLead: 'LeadStepInput',
      recordLeadReply: 'RecordLeadReplyInput',
      decideLead: 'DecideLeadInput',
    };
    const { answer } = await person.ask<{ answer: Answer<ShownLead> }>(
      `mutation ($input: ${types[mutation]}!) {
         answer: ${mutation}(input: $input) { ... on Lead { ${shown} } ... on Refusal { code field } }
       }`,
      { input: { key: randomUUID(), leadId: lead.id, version: lead.version, ...change } },
    );
    return answer;
  }

  const paper = { kind: 'vehicle-record', reference: 'Sheet 17' };
  const confirmed = { outcome: 'confirmed', reason: 'The van stands in the yard.', evidence: [paper] };
  const cleared = { outcome: 'cleared', reason: 'It is a namesake.', evidence: [] };

  it('come all of a file or not at all, every faulty line named', async () => {
    const refused = await importFile(
      file('vehicles', `K1,${numberOf(0, 0)},,,car,`, 'K2,123,,,car,', `K1,${numberOf(1, 0)},,,car,`),
    );
    expect(refused).toMatchObject({
      code: 'MATCH_FILE_REFUSED',
      problems: [
        { line: 3, problem: 'the identity number is not valid' },
        { line: 4, problem: 'a record of this number came before' },
      ],
    });
    expect(await leadsOf(officer())).toEqual([]);
  });

  it('are matched by identity number, or by name and place with what that says', async () => {
    const answer = await importFile(
      file(
        'vehicles',
        `K1,${numberOf(0, 0)},,,"car, red",2014-06-01`,
        `K2,,Person 2,${villageCode(0)},van,`,
        `K3,,Person 2,${villageCode(1)},van,`,
        `K4,${numberOf(900, 0)},Person 0,${groupCode(0, 0)},car,`,
        `K5,${numberOf(2, 1)},,,truck,`,
      ),
    );
    expect(answer).toEqual({ source: 'vehicles', records: 5, matched: 3, leads: 3 });
    const leads = await leadsOf(officer(), { source: 'vehicles' });
    expect(leads.map(({ record, matchedBy, confidence, state }) => [record, matchedBy, confidence, state])).toEqual(
      expect.arrayContaining([
        ['K1', 'identity', 1, 'open'],
        ['K2', 'nameAndPlace', 0.8, 'open'],
        ['K5', 'identity', 1, 'open'],
      ]),
    );
    expect(leads).toHaveLength(3);
  });

  it('are the same leads when a file comes again', async () => {
    expect(await importFile(file('vehicles', `K1,${numberOf(0, 0)},,,car,`))).toEqual({
      source: 'vehicles',
      records: 1,
      matched: 1,
      leads: 0,
    });
    const { matchFiles } = await administrator().ask<{ matchFiles: { leads: number }[] }>(`{ matchFiles { leads } }`);
    expect(matchFiles.map(({ leads }) => leads)).toEqual([0, 3]);
  });

  it('are brought in by the administrator alone, and seen in their area alone', async () => {
    const asked = `mutation { importMatchFile(input: { key: "${randomUUID()}", fileId: "${randomUUID()}" }) { __typename } }`;
    const answer = await officer().execute(asked);
    expect(answer.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    expect((await leadsOf(worker(1))).map(({ record }) => record)).toEqual(['K5']);
    const [foreign] = await leadsOf(worker(0));
    expect(await step(worker(1), 'notifyOfLead', foreign!)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('change nothing for their households, whatever they say', async () => {
    const [household] = await householdsOf(officer(), groupCode(0, 0));
    expect(household).toMatchObject({ stage: 'visit', round: 1 });
    expect(await vetoesOf(officer(), household!.id)).toEqual([]);
  });

  it('are confirmed with evidence, once the household has answered, and then propose a veto and no more', async () => {
    const lead = (await leadsOf(worker())).find(({ record }) => record === 'K1')!;
    expect(await step(officer(), 'decideLead', lead, confirmed)).toMatchObject({ code: 'LEAD_NOT_NOTIFIED' });
    const told = await step(worker(), 'notifyOfLead', lead);
    expect(told).toMatchObject({ state: 'awaitingReply' });
    expect(Date.parse(told.replyDueAt!)).toBeGreaterThan(Date.now());
    expect(await step(officer(), 'decideLead', told, confirmed)).toMatchObject({ code: 'LEAD_REPLY_RUNNING' });
    expect(await step(worker(), 'recordLeadReply', told, { reply: ' ' })).toMatchObject({ field: 'reply' });
    const replied = await step(worker(), 'recordLeadReply', told, { reply: 'It belongs to my brother.' });
    expect(await step(officer(), 'decideLead', told, confirmed)).toMatchObject({ code: 'STALE_VERSION' });
    expect(await step(officer(), 'decideLead', replied, { ...confirmed, evidence: [] })).toMatchObject({
      code: 'LEAD_EVIDENCE_MISSING',
    });
    const unfit = { ...confirmed, evidence: [{ kind: 'minutes', reference: '1' }] };
    expect(await step(officer(), 'decideLead', replied, unfit)).toMatchObject({ code: 'VETO_EVIDENCE_UNFIT' });
    const decided = await step(officer(), 'decideLead', replied, confirmed);
    expect(decided).toMatchObject({ state: 'confirmed', decisionId: expect.any(String), reply: replied.reply });
    expect(await vetoesOf(officer(), lead.householdId)).toMatchObject([
      { id: decided.vetoId, state: 'proposed', rule: 'V4', steps: [] },
    ]);
    expect(await step(officer(), 'decideLead', decided, cleared)).toMatchObject({ code: 'LEAD_DECIDED' });
  });

  it('are cleared with a reason, at any time, and leave nothing behind but the record', async () => {
    const lead = (await leadsOf(worker())).find(({ record }) => record === 'K2')!;
    expect(await step(officer(), 'decideLead', lead, { ...cleared, reason: ' ' })).toMatchObject({ field: 'reason' });
    expect(await step(officer(), 'decideLead', lead, cleared)).toMatchObject({ state: 'cleared', vetoId: null });
    expect(await vetoesOf(officer(), lead.householdId)).toEqual([]);
    expect(await leadsOf(officer(), { state: 'cleared' })).toHaveLength(1);
  });

  it('propose no second veto by one rule', async () => {
    await importFile(file('vehicles', `K6,${numberOf(0, 1)},,,van,`));
    const lead = (await leadsOf(worker())).find(({ record }) => record === 'K6')!;
    const told = await step(worker(), 'notifyOfLead', lead);
    const replied = await step(worker(), 'recordLeadReply', told, { reply: 'So it is.' });
    expect(await step(officer(), 'decideLead', replied, confirmed)).toMatchObject({ state: 'confirmed', vetoId: null });
    expect(await vetoesOf(officer(), lead.householdId)).toHaveLength(1);
  });
});
