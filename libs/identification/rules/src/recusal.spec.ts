import { recusalsInRegister, type Kinship } from './recusal';

const rule = { relations: ['父子', '兄弟', '原同户'] };
const households = new Map([
  ['wei', 'h1'],
  ['wei-son', 'h1'],
  ['wei-brother', 'h2'],
  ['lan', 'h3'],
]);
const kin = (personId: string, relativeId: string, relation: string): Kinship => ({ personId, relativeId, relation });

describe('the recusals that follow from the register', () => {
  it("bar two brothers from voting on each other's households", () => {
    expect(recusalsInRegister(rule, households, [kin('wei', 'wei-brother', '兄弟')])).toEqual([
      { personId: 'wei', householdId: 'h2', ground: 'register', relation: '兄弟' },
      { personId: 'wei-brother', householdId: 'h1', ground: 'register', relation: '兄弟' },
    ]);
  });

  it('do not follow from a relation that the rule does not name', () => {
    expect(recusalsInRegister(rule, households, [kin('wei', 'lan', '表亲')])).toEqual([]);
  });

  it('are not needed within one household, where nobody may vote anyway', () => {
    expect(recusalsInRegister(rule, households, [kin('wei', 'wei-son', '父子')])).toEqual([]);
  });

  it('bar from the household the register knows, and say nothing of persons it does not', () => {
    expect(recusalsInRegister(rule, households, [kin('stranger', 'lan', '兄弟')])).toEqual([
      { personId: 'stranger', householdId: 'h3', ground: 'register', relation: '兄弟' },
    ]);
    expect(recusalsInRegister(rule, households, [kin('stranger', 'nobody', '兄弟')])).toEqual([]);
  });

  it('are named once, by the first relation found, however often the register has them', () => {
    const twice = [kin('wei', 'wei-brother', '兄弟'), kin('wei-brother', 'wei', '原同户')];
    expect(recusalsInRegister(rule, households, twice).map(({ relation }) => relation)).toEqual(['兄弟', '兄弟']);
  });
});
