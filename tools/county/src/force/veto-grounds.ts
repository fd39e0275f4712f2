interface Grounds {
  words: string;
  /** The kind of paper that shows it. */
  kind: string;
  paper: string;
}

const grounds: Record<string, Grounds> = {
  V1: { words: '住房两层以上并已装修，人均面积超过标准。', kind: 'measurement', paper: '住房丈量记录' },
  V2: { words: '在县城有住房。', kind: 'property-record', paper: '不动产登记查询单' },
  V3: { words: '家庭成员开办商店。', kind: 'business-record', paper: '工商登记查询单' },
  V4: { words: '有价值三万元以上、能使用的机动车。', kind: 'vehicle-record', paper: '车辆登记查询单' },
  V5: { words: '家庭成员为财政供养在编人员。', kind: 'payroll-record', paper: '财政供养人员核查单' },
  V6: { words: '全家外出三年以上，无人回来。', kind: 'village-statement', paper: '村委会证明' },
};

/** Why a household is vetoed by a rule, in the words of whoever proposes or enters it. */
export function groundsOf(rule: string): string {
  return groundsBy(rule).words;
}

/** The paper that shows it of that household. */
export function evidenceFor(rule: string, householdNumber: string): { kind: string; reference: string } {
  const { kind, paper } = groundsBy(rule);
  return { kind, reference: `${paper} ${householdNumber}` };
}

function groundsBy(rule: string): Grounds {
  const found = grounds[rule];
  if (!found) throw new RangeError(`nobody is vetoed by ${rule} here`);
  return found;
}
