import fc from 'fast-check';
import { assertAsSeen, changed, versionsSeen } from './change.rules';
import { effectOn, effectsOn } from './change-request.rules';
import { householdsOf, membersNamed, type Proposal } from './proposal';
import { toBeKept, type ExtractedHousehold, type ExtractedMember, type RegisterExtract } from './register-extract';

const group = '451225100201001';

function member(id: string, relation: string, change: Partial<ExtractedMember> = {}): ExtractedMember {
  return {
    id,
    version: 1,
    name: `Name ${id}`,
    relation,
    sex: 'male',
    birthDate: '1970-01-01',
    idNumberMasked: '451225************',
    ethnicity: 'Han',
    numberIndex: `index of ${id}`,
    ...change,
  };
}

function household(
  id: string,
  members: ExtractedMember[],
  change: Partial<ExtractedHousehold> = {},
): ExtractedHousehold {
  return {
    id,
    number: `${group}000${id.length}`,
    areaCode: group,
    hamletCode: '451225100201H001',
    address: 'House 1',
    category: 'registeredPoor',
    members,
    ...change,
  };
}

const home = household('home', [
  member('head', '01'),
  member('wife', '02'),
  member('son', '03'),
  member('bride', '05'),
]);
const other = household('other', [member('uncle', '01'), member('aunt', '02')]);
const alone = household('alone', [member('old', '01')]);
const register: RegisterExtract = { households: [home, other] };

const facts = { idNumberMasked: '451225************', birthDate: '2015-11-01', sex: 'female' };
const baby = { id: 'baby', name: 'Baby', relation: '04', ethnicity: 'Han', ...facts };

const one = (before: ExtractedHousehold, proposal: Proposal) => changed({ households: [before] }, proposal);
const idsOf = ({ members }: ExtractedHousehold) => members.map(({ id, relation }) => `${id} ${relation}`);

describe('a split', () => {
  const couple = [
    { memberId: 'son', relation: '01' },
    { memberId: 'bride', relation: '02' },
  ];
  const split = (members: { memberId: string; relation: string }[]): Proposal => ({
    kind: 'split',
    householdId: 'home',
    newHouseholdId: 'new',
    members,
  });

  it('makes a household of those who leave, at the same place and of the same category, and enters it into the campaign', () => {
    const after = one(home, split(couple));
    expect(after.households.map(idsOf)).toEqual([
      ['head 01', 'wife 02'],
      ['son 01', 'bride 02'],
    ]);
    expect(after.households[1]).toMatchObject({ id: 'new', number: null, areaCode: group, category: 'registeredPoor' });
    const effects = effectsOn({ households: [home] }, after);
    expect(effects).toEqual({ enter: ['new'], end: [], move: [] });
    expect(effectOn(effects, 'home')).toBe('keeps');
  });

  it.each<[string, { memberId: string; relation: string }[], string]>([
    ['nobody', [], 'INVALID_INPUT'],
    [
      'everybody',
      ['head', 'wife', 'son', 'bride'].map((memberId, at) => ({ memberId, relation: `0${at + 1}` })),
      'INVALID_INPUT',
    ],
    ['the head', [{ memberId: 'head', relation: '01' }], 'HEAD_MAY_NOT_LEAVE'],
    ['no head of their own', [{ memberId: 'son', relation: '03' }], 'INVALID_INPUT'],
    ['two heads', couple.map(({ memberId }) => ({ memberId, relation: '01' })), 'INVALID_INPUT'],
    ['somebody of another household', [{ memberId: 'uncle', relation: '01' }], 'INVALID_INPUT'],
    ['somebody twice', [couple[0]!, couple[0]!], 'INVALID_INPUT'],
    ['a relation that is no code', [{ memberId: 'son', relation: 'son' }], 'INVALID_INPUT'],
  ])('is refused for %s', (_, members, code) => {
    expect(() => one(home, split(members))).toThrow(expect.objectContaining({ code }));
  });
});

describe('a merger of households', () => {
  const merge = (members: { memberId: string; relation: string }[], into = 'home'): Proposal => ({
    kind: 'merge',
    householdId: 'other',
    intoHouseholdId: into,
    members,
  });
  const both = [
    { memberId: 'uncle', relation: '99' },
    { memberId: 'aunt', relation: '99' },
  ];

  it('brings everybody over behind those who are there, and ends the other household', () => {
    const after = changed(register, merge(both));
    expect(after.households.map(idsOf)).toEqual([['head 01', 'wife 02', 'son 03', 'bride 05', 'uncle 99', 'aunt 99']]);
    expect(effectsOn(register, after)).toEqual({ enter: [], end: ['other'], move: [] });
    expect(effectOn(effectsOn(register, after), 'other')).toBe('ends');
  });

  it('leaves out only who is in the other household already, by his number', () => {
    const twice = household('other', [member('uncle', '01'), member('aunt', '02', { numberIndex: 'index of wife' })]);
    const before = { households: [home, twice] };
    expect(changed(before, merge([both[0]!])).households.map(idsOf)).toEqual([
      ['head 01', 'wife 02', 'son 03', 'bride 05', 'uncle 99'],
    ]);
    expect(() => changed(before, merge(both))).toThrow('leave him out');
    expect(() => changed(register, merge([both[0]!]))).toThrow('Name every member');
  });

  it('is refused when it would bring a second head, or into the household itself', () => {
    expect(() => changed(register, merge([both[0]!, { memberId: 'aunt', relation: '01' }]))).toThrow('stays its head');
    expect(() => changed({ households: [other] }, merge(both, 'other'))).toThrow('not merged into itself');
  });
});

describe('a transfer', () => {
  const transfer = (areaCode: string): Proposal => ({
    kind: 'transfer',
    householdId: 'home',
    areaCode,
    hamletCode: '451225100202H001',
    address: ' House 9 ',
  });

  it('takes the household with its number to another group, and its case along', () => {
    const after = one(home, transfer('451225100202001'));
    expect(after.households[0]).toMatchObject({ number: home.number, areaCode: '451225100202001', address: 'House 9' });
    expect(effectsOn({ households: [home] }, after).move).toEqual([{ id: 'home', from: group, to: '451225100202001' }]);
  });

  it('is refused to where the household is, and to what is no group', () => {
    for (const areaCode of [group, '451225100202', 'somewhere'])
      expect(() => one(home, transfer(areaCode))).toThrow(expect.objectContaining({ field: 'areaCode' }));
  });
});

describe('a change of head', () => {
  const head = (...relations: string[]): Proposal => ({
    kind: 'head',
    householdId: 'home',
    members: home.members.slice(0, relations.length).map(({ id }, at) => ({ memberId: id, relation: relations[at]! })),
  });

  it('gives everybody his relation to the new head', () => {
    expect(one(home, head('11', '12', '01', '02')).households.map(idsOf)).toEqual([
      ['head 11', 'wife 12', 'son 01', 'bride 02'],
    ]);
  });

  it('is refused when somebody is left out, when there is no head or two, or when nothing changes', () => {
    for (const wrong of [
      head('11', '12', '01'),
      head('11', '12', '03', '02'),
      head('01', '01', '03', '05'),
      head('01', '02', '03', '05'),
    ])
      expect(() => one(home, wrong)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'members' }));
  });
});

describe('a correction of identity', () => {
  it('changes what it names, and with the number the birth and the sex that stand in it', () => {
    const after = one(home, { kind: 'identity', householdId: 'home', memberId: 'son', name: 'Right', number: facts });
    expect(after.households[0]?.members[2]).toMatchObject({ name: 'Right', ethnicity: 'Han', ...facts });
  });

  it('is refused when it corrects nothing, or somebody of another household', () => {
    const nothing: Proposal = { kind: 'identity', householdId: 'home', memberId: 'son', name: 'Name son' };
    expect(() => one(home, nothing)).toThrow('Nothing would be corrected');
    expect(() => one(home, { ...nothing, memberId: 'uncle' })).toThrow('not a member');
    expect(() => one(home, { ...nothing, name: ' ' })).toThrow('Write 1 to 50');
  });
});

describe('a member who comes or goes', () => {
  it('is added behind the others, and never as a second head', () => {
    const added: Proposal = { kind: 'memberAdded', householdId: 'home', cause: 'birth', member: baby };
    expect(one(home, added).households.map(idsOf)).toEqual([['head 01', 'wife 02', 'son 03', 'bride 05', 'baby 04']]);
    expect(() => one(home, { ...added, member: { ...baby, relation: '01' } })).toThrow('has a head');
  });

  it('is taken out, unless he is the head and others stay', () => {
    const removed = (memberId: string): Proposal => ({
      kind: 'memberRemoved',
      householdId: 'home',
      cause: 'death',
      memberId,
    });
    expect(one(home, removed('wife')).households.map(idsOf)).toEqual([['head 01', 'son 03', 'bride 05']]);
    expect(() => one(home, removed('head'))).toThrow(expect.objectContaining({ code: 'HEAD_MAY_NOT_LEAVE' }));
  });

  it('ends the household when he was the last', () => {
    const last: Proposal = { kind: 'memberRemoved', householdId: 'alone', cause: 'death', memberId: 'old' };
    const after = one(alone, last);
    expect(effectsOn({ households: [alone] }, after)).toEqual({ enter: [], end: ['alone'], move: [] });
  });
});

describe('a household that was missed', () => {
  const missed: Extract<Proposal, { kind: 'householdAdded' }> = {
    kind: 'householdAdded',
    householdId: 'missed',
    areaCode: group,
    hamletCode: '451225100201H001',
    address: 'House 7',
    category: 'newApplicant',
    members: [{ ...baby, relation: '01' }],
  };

  it('enters the campaign with its members', () => {
    const after = changed({ households: [] }, missed);
    expect(after.households.map(idsOf)).toEqual([['baby 01']]);
    expect(effectsOn({ households: [] }, after)).toEqual({ enter: ['missed'], end: [], move: [] });
  });

  it('is refused without a head, and when the law cares for it already', () => {
    expect(() => changed({ households: [] }, { ...missed, members: [baby] })).toThrow('one head');
    expect(() => changed({ households: [] }, { ...missed, category: 'fiveGuarantees' })).toThrow('five guarantees');
  });
});

describe('whatever is changed', () => {
  const proposals = fc.oneof(
    fc.record({
      kind: fc.constant('split' as const),
      householdId: fc.constant('home'),
      newHouseholdId: fc.constant('new'),
      members: fc.uniqueArray(
        fc.record({ memberId: fc.constantFrom('wife', 'son', 'bride'), relation: fc.constantFrom('01', '02', '03') }),
        { selector: ({ memberId }) => memberId },
      ),
    }),
    fc.record({
      kind: fc.constant('merge' as const),
      householdId: fc.constant('other'),
      intoHouseholdId: fc.constant('home'),
      members: fc.uniqueArray(
        fc.record({ memberId: fc.constantFrom('uncle', 'aunt'), relation: fc.constantFrom('99', '11') }),
        { selector: ({ memberId }) => memberId },
      ),
    }),
    fc.record({
      kind: fc.constant('memberRemoved' as const),
      householdId: fc.constant('home'),
      cause: fc.constant('death' as const),
      memberId: fc.constantFrom('head', 'wife', 'son', 'uncle'),
    }),
  ) as fc.Arbitrary<Proposal>;

  it('leaves nobody out and nobody twice, and every household with exactly one head', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(proposals, (proposal) => {
        const before = { households: register.households.filter(({ id }) => householdsOf(proposal).includes(id)) };
        let after: RegisterExtract;
        try {
          after = changed(before, proposal);
        } catch (refusal) {
          expect(refusal).toHaveProperty('code');
          return;
        }
        carriedOut += 1;
        const ids = ({ households }: RegisterExtract) =>
          households.flatMap(({ members }) => members.map(({ id }) => id));
        const gone = proposal.kind === 'memberRemoved' ? [proposal.memberId] : [];
        expect(ids(after).sort()).toEqual(
          ids(before)
            .filter((id) => !gone.includes(id))
            .sort(),
        );
        for (const { members } of after.households)
          expect(members.filter(({ relation }) => relation === '01')).toHaveLength(1);
      }),
      { numRuns: 1_000, seed: 20151016 },
    );
    expect(carriedOut).toBeGreaterThan(50);
  });

  it('is decided on the people as they were seen', () => {
    const removal: Proposal = { kind: 'memberRemoved', householdId: 'home', cause: 'death', memberId: 'wife' };
    const seen = versionsSeen(register, removal);
    expect(membersNamed(removal)).toEqual(['wife']);
    expect(seen).toEqual({ wife: 1 });
    expect(() => assertAsSeen(register, seen)).not.toThrow();
    const corrected = household(
      'home',
      home.members.map((one) => (one.id === 'wife' ? { ...one, version: 2 } : one)),
    );
    const left = household(
      'home',
      home.members.filter(({ id }) => id !== 'wife'),
    );
    for (const present of [corrected, left])
      expect(() => assertAsSeen({ households: [present] }, seen)).toThrow(
        expect.objectContaining({ code: 'REGISTER_CHANGED' }),
      );
  });

  it('is kept without what leads to a number', () => {
    expect(JSON.stringify(toBeKept(register))).not.toContain('index of');
    expect(toBeKept(register).households[0]?.members[0]).toMatchObject({ id: 'head', name: 'Name head' });
  });
});
