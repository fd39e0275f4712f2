import { randomUUID } from 'node:crypto';
import { importFile, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, smallCountyFile, villageCode } from '../testing/small-county';

const good = smallCountyFile({ villages: [[2], [1]] });

/** The good file with the first line that has `part` in it changed. */
function changed(part: string, change: (line: string) => string): string {
  const lines = good.split('\n');
  const index = lines.findIndex((line) => line.includes(part));
  return lines.map((line, at) => (at === index ? change(line) : line)).join('\n');
}

const lineOf = (part: string) => 1 + good.split('\n').findIndex((line) => line.includes(part));

describe('the import of a county', () => {
  let service: RunningService;
  let administrator: Person;
  beforeAll(async () => {
    service = await runningService();
    administrator = service.as('administrator', [countyCode]);
  });
  afterAll(() => service.close());

  const refusals: [string, string, number, string][] = [
    ['does not begin with its county', good.split('\n').slice(1).join('\n'), 1, 'must begin with a county record'],
    ['is cut off', good.split('\n').slice(0, -1).join('\n'), good.split('\n').length - 1, 'cut off'],
    [
      'has an unknown kind of record',
      changed('hamlet,', (line) => line.replace('hamlet', 'hut')),
      lineOf('hamlet,'),
      'not a kind of record',
    ],
    ['lacks a cell', changed('household,', (line) => line.replace(',House 1', '')), lineOf('household,'), 'this one 4'],
    [
      'names a village that does not come first',
      changed('hamlet,', (line) => line.replaceAll(villageCode(0), '451225999201')),
      lineOf('hamlet,'),
      'village',
    ],
    [
      'has a wrong identity number',
      changed('member,', (line) => line.replace(/\d(?=,Han)/, (digit) => String((Number(digit) + 1) % 10))),
      lineOf('member,'),
      'identity number is not valid',
    ],
    [
      'has a date of birth that its number does not have',
      changed('member,', (line) => line.replace(/,19\d\d-/, ',1900-')),
      lineOf('member,'),
      'date of birth',
    ],
    [
      'has a household twice',
      changed(`household,${groupCode(0, 0)}0002`, (line) => line.replace('0002,', '0001,')),
      lineOf('0002,'),
      'comes twice',
    ],
    [
      'has a member who does not come right after his household',
      good.replace(/^(household,.*)\n(member,.*)\n(member,.*)\n(household,.*)$/m, '$1\n$2\n$4\n$3'),
      lineOf(`household,${groupCode(0, 0)}0002`),
      'does not come right after it',
    ],
    [
      'has one person twice in a household',
      changed(',Person 1,', () =>
        good
          .split('\n')
          .find((line) => line.includes(',Person 0,'))!
          .replace(',01,', ',02,'),
      ),
      lineOf(',Person 1,'),
      'came before in the same household',
    ],
    [
      'holds a household of the five guarantees, which is assessed nowhere',
      changed('household,', (line) => line.replace('registeredPoor', 'fiveGuarantees')),
      lineOf('household,'),
      'fiveGuarantees in a poor village is not assessed',
    ],
    [
      'holds an ordinary household outside the poor villages',
      changed(`household,${groupCode(1, 0)}`, (line) => line.replace('registeredPoor', 'ordinary')),
      lineOf(`household,${groupCode(1, 0)}`),
      'ordinary outside the poor villages is not assessed',
    ],
    [
      'has an unknown category',
      changed('household,', (line) => line.replace('registeredPoor', 'rich')),
      lineOf('household,'),
      '"rich" is not a category',
    ],
    [
      'is of an older format',
      changed('county,', (line) => line.replace(',2,', ',1,')),
      1,
      'version 1 is not known, 2 is',
    ],
    [
      'has a household without a head',
      changed(',01,', (line) => line.replace(',01,', ',09,')),
      lineOf(`household,${groupCode(0, 0)}0002`),
      `household ${groupCode(0, 0)}0001, which ends here, has no head`,
    ],
    [
      'counts otherwise than its end says',
      changed('end,', (line) => line.replace(/\d+$/, '99')),
      good.split('\n').length,
      'says 99 members',
    ],
    ['is not CSV', `${good.split('\n').slice(0, 3).join('\n')}\narea,"broken`, 4, 'not readable as CSV'],
  ];

  it.each(refusals)('refuses whole a file that %s, with the line and the reason', async (_, content, line, reason) => {
    const { state, problems } = await importFile(administrator, content);
    expect(state).toBe('refused');
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.problem).toContain(reason);
    const { campaign, areas } = await administrator.ask<{ campaign: unknown; areas: unknown[] }>(
      `{ campaign { id } areas { code } }`,
    );
    expect({ campaign, areas }).toEqual({ campaign: null, areas: [] });
  });

  it('names at most a hundred faults', async () => {
    const noise = Array.from({ length: 500 }, () => 'noise').join('\n');
    const { problems } = await importFile(administrator, `${good.split('\n')[0]}\n${noise}`);
    expect(problems).toHaveLength(100);
  });

  it('is the administrator alone to do', async () => {
    const worker = service.as('fieldWorker', [groupCode(0, 0)]);
    await expect(worker.upload(good)).rejects.toThrow('422');
  });

  it('leaves nothing behind of a file that is wrong far behind its first pieces', async () => {
    const large = smallCountyFile({ villages: [[1_000, 1_000, 1_000]] });
    const cut = large.slice(0, large.lastIndexOf('end,'));
    const { state, problems } = await importFile(administrator, cut);
    expect({ state, problem: problems[0]?.problem }).toEqual({
      state: 'refused',
      problem: 'the file has no end record: it was cut off',
    });
    const { figures } = await administrator.ask<{ figures: object }>(
      `{ figures { groups hamlets households members } }`,
    );
    expect(figures).toEqual({ groups: 0, hamlets: 0, households: 0, members: 0 });
  });

  it('stores a good file whole, and refuses a second county', async () => {
    const { state, campaignId } = await importFile(administrator, good);
    expect(state).toBe('done');
    const { campaign, figures } = await administrator.ask<{ campaign: object; figures: object }>(
      `{ campaign { id name state profile { key } } figures { townships villages groups hamlets households members } }`,
    );
    expect(campaign).toEqual({ id: campaignId, name: 'A small county', state: 'prepared', profile: null });
    expect(figures).toEqual({ townships: 1, villages: 2, groups: 2, hamlets: 2, households: 3, members: 6 });
    const fileId = await administrator.upload(good);
    const { importCounty } = await administrator.ask<{ importCounty: { code: string } }>(
      `mutation ($input: ImportCountyInput!) { importCounty(input: $input) { ... on Refusal { code } } }`,
      { input: { key: randomUUID(), fileId } },
    );
    expect(importCounty.code).toBe('COUNTY_ALREADY_IMPORTED');
  });
});
