import { matchRecord, plainName } from '@jingzhun/identification-rules';
import { areasOf } from './areas';
import { householdNumbers, makeHousehold } from './household';
import { addStoryFigures, rulesAgainst, ruleOfSource, storyFiguresOf, storyOf } from './household-story';
import { IdNumbers } from './identity';
import { matchFilesOf } from './match-files';
import { sizeFor } from './size';

const seed = 'stories';
const areas = areasOf(sizeFor(2_000), seed);
const villages = areas.townships.flatMap((township) => township.villages);
const groups = villages.flatMap((village) => village.groups);
const numbers = groups.flatMap(householdNumbers);
const stories = numbers.map((number) => storyOf(seed, number));
const share = (holds: (story: (typeof stories)[number]) => boolean) => stories.filter(holds).length / stories.length;

describe('the stories of made-up households', () => {
  it('are the same for the same seed', () => {
    expect(numbers.map((number) => storyOf(seed, number))).toEqual(stories);
    expect(numbers.map((number) => storyOf('another', number))).not.toEqual(stories);
  });

  it('veto about fifteen of a hundred, and let about forty of a hundred leads hold', () => {
    expect(share((story) => rulesAgainst(story).length > 0)).toBeGreaterThan(0.12);
    expect(share((story) => rulesAgainst(story).length > 0)).toBeLessThan(0.18);
    const leads = stories.flatMap(({ lead }) => lead ?? []);
    const held = leads.filter(({ holds }) => holds).length / leads.length;
    expect(held).toBeGreaterThan(0.25);
    expect(held).toBeLessThan(0.55);
  });

  it('never veto a household twice by one rule', () => {
    for (const story of stories) expect(new Set(rulesAgainst(story)).size).toBe(rulesAgainst(story).length);
  });

  it('are summed over the county', () => {
    const figures = addStoryFigures(villages.map((village) => storyFiguresOf(village, seed)));
    expect(figures).toMatchObject({
      visitAttempts: stories.flatMap(({ attempts }) => attempts).length,
      lateVisits: stories.filter(({ visitedTwice }) => visitedTwice).length,
      vetoes: stories.flatMap(rulesAgainst).length,
      leads: stories.filter(({ lead }) => lead).length,
    });
    expect(figures.vetoesStanding + figures.vetoesLifted).toBe(figures.vetoes);
    expect(figures.corrections).toBeGreaterThan(stories.filter(({ mistaken }) => mistaken).length / 2);
  });
});

describe('the files of other departments', () => {
  it('name the head of every household that has a lead, and nobody else of the county', () => {
    const idNumbers = new IdNumbers(areas.code);
    const households = villages.flatMap((village) =>
      village.groups.flatMap((group) =>
        householdNumbers(group).map((number, index) =>
          makeHousehold({ village, group, number, index }, seed, idNumbers),
        ),
      ),
    );
    const people = households.flatMap(({ number, groupCode, members }) =>
      members.map(({ name, idNumber }) => {
        return { memberId: idNumber, householdId: number, idIndex: idNumber, name, areaCode: groupCode };
      }),
    );
    for (const [source, [first, ...rest]] of matchFilesOf(areas, seed)) {
      expect(first).toBe(`match,1,${source}\n`);
      expect(rest.at(-1)).toBe(`end,${rest.length - 1}\n`);
      const matches = rest.slice(0, -1).flatMap((line) => {
        const [, , idNumber = '', name = '', areaCode = ''] = line.trimEnd().split(',');
        const near = people.filter((person) => person.idIndex === idNumber || person.name === plainName(name));
        return matchRecord(idNumber ? { idIndex: idNumber } : { name, areaCode }, near, 0.6);
      });
      const planned = numbers.filter((number) => storyOf(seed, number).lead?.source === source);
      expect(matches.map(({ householdId }) => householdId)).toEqual(planned);
      expect(ruleOfSource[source]).toMatch(/^V\d$/);
    }
  });
});
