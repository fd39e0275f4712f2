import { passportOf } from '@jingzhun/access/testing';
import { readPdf } from '@jingzhun/print/testing';
import { randomUUID } from 'node:crypto';
import { decideLine } from '../testing/decide-line';
import { finishVillage } from '../testing/finish-village';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { householdsOf, plainTotal, type Answer } from '../testing/steps';

interface Question {
  kind: 'fact' | 'decision';
  fact: string;
  memberId: string | null;
  options: { key: string; code: string | null }[];
}

interface Card {
  version: number;
  lineVersion: number;
  complete: boolean;
  fields: { code: string; memberId: string | null; text: string; source: string; officialCodes: string[] }[];
  missing: { code: string }[];
  questions: (Question & { required: boolean })[];
  versions: { version: number; complete: boolean; reason: string | null }[];
}

const card = `version lineVersion complete fields { code memberId text source officialCodes } missing { code }
  questions { kind fact memberId required options { key code } } versions { version complete reason }`;

describe('the card of a poor household', () => {
  let service: RunningService;
  let poor: string;
  let unfinished: string;
  beforeAll(async () => {
    service = await runningService();
    // The first village is finished; the second has not begun.
    await openCampaign(service, { villages: [[2], [1]] }, 20);
    await finishVillage(service);
    poor = (await householdsOf(worker(), villageCode(0)))[0]!.id;
    unfinished = (await householdsOf(officer(), villageCode(1)))[0]!.id;
  });
  afterAll(() => service.close());

  const worker = () => service.as('fieldWorker', [villageCode(0)]);
  const officer = () => service.as('townshipOfficer', [townshipCode]);

  const cardOf = async (person: Person, householdId: string) => {
    const { householdCard } = await person.ask<{ householdCard: Card | null }>(
      `query ($id: ID!) { householdCard(householdId: $id) { ${card} } }`,
      { id: householdId },
    );
    return householdCard;
  };
  const fill = async (person: Person, change: Record<string, unknown>) => {
    const input = { key: randomUUID(), householdId: poor, version: 0, facts: [], decisions: [], ...change };
    const { answer } = await person.ask<{ answer: Answer<Card & { problems?: { fact: string; code: string }[] }> }>(
      `mutation ($input: FillHouseholdCardInput!) {
         answer: fillHouseholdCard(input: $input) {
           ... on HouseholdCard { ${card} } ... on FactsNotValid { problems { fact code } } ... on Refusal { code field }
         }
       }`,
      { input },
    );
    return answer;
  };
  /** The first option of every list: what is required of the household of the tests has a list. */
  const answersTo = (questions: readonly Question[], kind: Question['kind']) =>
    questions
      .filter((question) => question.kind === kind)
      .map(({ fact, memberId, options }) => ({ fact, memberId, value: options[0]!.key }));

  it('is offered only after the county has decided its line, and to poor households', async () => {
    expect(await cardOf(worker(), poor)).toBeNull();
    expect(await fill(worker(), {})).toMatchObject({ code: 'CARD_NOT_OFFERED' });
    await decideLine(service, plainTotal);
    expect(await cardOf(worker(), poor)).toMatchObject({ version: 0, lineVersion: 1, complete: false });
    expect(await cardOf(officer(), unfinished)).toBeNull();
    expect(await fill(officer(), { householdId: unfinished })).toMatchObject({ code: 'CARD_NOT_OFFERED' });
    expect(await fill(worker(), { householdId: unfinished })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await cardOf(worker(), unfinished)).toBeNull();
  });

  it('is filled from register, visit, entry and line, and asks only for the rest, by the code lists', async () => {
    const { fields, questions, missing } = (await cardOf(worker(), poor))!;
    const texts = (code: string) =>
      fields.filter((field) => field.code === code).map(({ text, source }) => [text, source]);
    expect(texts('village')).toEqual([['Village 0', 'register']]);
    expect(texts('hamlet')).toEqual([['Hamlet', 'register']]);
    expect(texts('head')).toEqual([['Person 0', 'register']]);
    expect(texts('A7')).toEqual(Array(2).fill([expect.stringMatching(/^451225\*{12}$/), 'register']));
    expect(texts('score')).toEqual([[`${plainTotal}分`, 'computed']]);
    expect(texts('year')).toEqual([['2015', 'decision']]);
    expect(texts('vetoed')).toEqual([['否', 'decision']]);
    expect(texts('A22')).toEqual([['无', 'fact']]);
    expect(fields.find(({ code }) => code === 'A12')?.officialCodes).toEqual(['01']);

    const required = questions.filter((question) => question.required);
    expect(required.map(({ fact }) => fact).sort()).toEqual(['attribute', 'education', 'education', 'main-cause']);
    expect(required.find(({ fact }) => fact === 'education')!.options.map(({ code }) => code)).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
    ]);
    expect(missing.map(({ code }) => code).sort()).toEqual(['A1', 'A10', 'A10', 'A3.1']);
  });

  it('takes no fact a second time, and none that is on record', async () => {
    const paddy = { fact: 'paddy', value: 2 };
    expect(await fill(worker(), { facts: [paddy], reason: 'Measured.' })).toMatchObject({
      code: 'FACTS_NOT_VALID',
      problems: [{ fact: 'paddy', code: 'FACT_KNOWN' }],
    });
    expect(await fill(worker(), { decisions: [{ fact: 'year', value: '2016' }] })).toMatchObject({
      problems: [{ fact: 'year', code: 'FACT_KNOWN' }],
    });
    expect(await fill(worker(), { facts: [{ fact: 'main-cause', value: 'fate' }] })).toMatchObject({
      problems: [{ fact: 'main-cause', code: 'OPTION_UNKNOWN' }],
    });
    expect((await cardOf(worker(), poor))!.versions).toEqual([]);
  });

  it('is saved in versions, and complete when nothing required is missing', async () => {
    const { questions } = (await cardOf(worker(), poor))!;
    const required = questions.filter((question) => question.required);
    const begun = await fill(worker(), { decisions: answersTo(required, 'decision') });
    expect(begun).toMatchObject({ version: 1, complete: false, versions: [{ version: 1, complete: false }] });

    const key = randomUUID();
    const rest = { key, version: 1, facts: answersTo(required, 'fact') };
    const complete = await fill(worker(), rest);
    expect(complete).toMatchObject({ version: 2, complete: true, missing: [] });
    expect(await fill(worker(), rest)).toEqual(complete);
    expect(await fill(worker(), { ...rest, key: randomUUID() })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await fill(worker(), { ...rest, key: randomUUID(), version: 2 })).toMatchObject({ field: 'version' });
  });

  it('is found otherwise only with a reason, which its version keeps', async () => {
    const schooling = { version: 2, facts: [{ fact: 'main-cause', value: 'schooling' }] };
    expect(await fill(officer(), schooling)).toMatchObject({ field: 'reason' });
    const changed = await fill(officer(), { ...schooling, reason: '子女考上大学。' });
    expect(changed.fields.find(({ code }) => code === 'A3.1')?.text).toBe('因学');
    expect(changed.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [3, '子女考上大学。'],
      [2, null],
      [1, null],
    ]);
  });

  it('is counted by area', async () => {
    const { figures } = await service
      .as('countyLeader', [countyCode], 'leader')
      .ask<{ figures: object }>(
        `{ figures: householdCardFigures(areaCode: "${townshipCode}") { listed begun complete } }`,
      );
    expect(figures).toEqual({ listed: 2, begun: 1, complete: 1 });
  });

  it('is printed as it was saved last, for those who fill it', async () => {
    const path = `/documents/household-card/${poor}.pdf`;
    const { status, body } = await service.graph.download(passportOf('fieldWorker', [villageCode(0)]), path);
    expect(status).toBe(200);
    const text = (await readPdf(body)).pages.join('');
    for (const words of ['建档立卡农户登记卡', 'Person0', '451225************', 'A3.1主要致贫原因因学', '2015年度'])
      expect(text).toContain(words);
    expect(text).not.toContain('未填写完整');
    const secretary = await service.graph.download(passportOf('groupSecretary', [groupCode(0, 0)]), path);
    expect(secretary.status).not.toBe(200);
    const other = (await householdsOf(worker(), villageCode(0)))[1]!.id;
    const none = await service.graph.download(
      passportOf('fieldWorker', [villageCode(0)]),
      `/documents/household-card/${other}.pdf`,
    );
    expect(none.status).toBe(422);
  });
});
