import { testPng } from '@jingzhun/subgraph/testing';
import { randomUUID } from 'node:crypto';
import { closedWhenOver } from '../testing/finish-village';
import { object } from '../testing/objection-steps';
import { group, neighbours } from '../testing/public-village';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { townshipCode, villageCode } from '../testing/small-county';
import { assess, holdReview, householdsOf, postNotice, sittingsOf, type ShownSitting } from '../testing/steps';

interface ShownNotice {
  preview: boolean;
  postedAt: string | null;
  objectionCode: string;
  columns: string[];
  items: object[];
  rows: { rank: number; code: string; head: string; total: number; suspended: boolean }[];
}

const fields = `preview postedAt objectionCode columns items { name levels { text points } } rest { items maximum }
                rows { rank code head points rest total vetoes suspended closesAt }`;

describe('the notice of a group', () => {
  let service: RunningService;
  let secretary: Person;
  let officer: Person;
  let held: ShownSitting;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[3, 1]] }, 400);
    await assess(service.as('fieldWorker', [villageCode(0)], 'scorer'), group);
    secretary = service.as('groupSecretary', [group], 'secretary');
    officer = service.as('townshipOfficer', [townshipCode], 'officer');
    const [sitting] = await sittingsOf(secretary, {});
    held = await holdReview(secretary, 'Group', sitting!);
  });
  afterAll(() => service.close());

  const seenBy = async (person: Person): Promise<ShownNotice | null> => {
    const { notice } = await person.ask<{ notice: ShownNotice | null }>(
      `query ($id: ID!) { notice(sittingId: $id) { ${fields} } }`,
      { id: held.id },
    );
    return notice;
  };

  it('is seen before it hangs by the secretary who is to post it, and by nobody else', async () => {
    expect(await seenBy(secretary)).toMatchObject({ preview: true, postedAt: null, rows: [{}, {}, {}] });
    expect(await seenBy(officer)).toBeNull();
    expect(await seenBy(service.as('groupSecretary', [neighbours], 'other secretary'))).toBeNull();
  });

  it('is not posted without a photo of it, nor by a photo of another person or place', async () => {
    expect(await postNotice(secretary, held, [])).toMatchObject({ code: 'INVALID_INPUT', field: 'photoIds' });
    expect(await postNotice(secretary, held, [randomUUID()])).toMatchObject({ code: 'FILE_NOT_USABLE' });
    const foreign = await officer.upload(testPng(8, 8), `/files/photo?areaCode=${group}`);
    expect(await postNotice(secretary, held, [foreign])).toMatchObject({ code: 'FILE_NOT_USABLE' });
    expect(await seenBy(officer)).toBeNull();
  });

  it('hangs from its posting on, with its photo as evidence, and names nobody in full', async () => {
    expect(await postNotice(secretary, held)).toMatchObject({ state: 'held' });
    const notice = (await seenBy(officer))!;
    expect(notice).toMatchObject({ preview: false, columns: ['rank', 'code', 'head', 'points', 'total', 'vetoes'] });
    expect(notice.rows.map(({ rank, code, suspended }) => [rank, code, suspended])).toEqual([
      [1, '0001', false],
      [1, '0002', false],
      [1, '0003', false],
    ]);
    const text = JSON.stringify(notice);
    expect(text).toContain('P*rson');
    expect(text).not.toMatch(/Person|House \d|\d{17}/);
    const { sitting } = await officer.ask<{ sitting: { publicity: { photos: object[]; objectionCode: string } } }>(
      `query ($id: ID!) { sitting(id: $id) { publicity { objectionCode photos { attachedSubject } } } }`,
      { id: held.id },
    );
    expect(sitting.publicity).toEqual({
      objectionCode: notice.objectionCode,
      photos: [{ attachedSubject: 'publicity' }],
    });
  });

  it('is withdrawn when the period is over, and shows on only the household that an objection holds', async () => {
    const [household] = await householdsOf(officer, group);
    await object(secretary, household!.id);
    await closedWhenOver(service, held.id);
    expect((await seenBy(officer))!.rows).toMatchObject([{ code: household!.number.slice(-4), suspended: true }]);
    expect((await seenBy(secretary))!.preview).toBe(false);
  });
});
