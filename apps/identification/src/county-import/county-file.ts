import {
  guangxi2015Scope,
  idNumberFacts,
  isHouseholdCategory,
  isInScope,
  type ScopeRule,
} from '@jingzhun/identification-rules';
import { levelOf, type AreaLevel } from '@jingzhun/kernel';

/** The record kinds of a county file and how many cells follow the kind. */
const cellsOf: Record<string, number> = { county: 2, area: 5, hamlet: 3, household: 5, member: 7, end: 4 };

const parentLength: Record<AreaLevel, number> = { county: 0, township: 6, village: 9, group: 12 };

/** A record: its kind and the cells that belong to it. */
type Cells = readonly string[];

/** The version of the format; 2 brought the category of a household. */
const formatVersion = '2';

/**
 * Checks a county file record by record. Pure but for what it remembers of the records before: parents come before children,
 * members right after their household, and nothing comes twice. An identity number may occur in two households: which of them is right is a question for people.
 *
 * The file holds the households that are assessed and no others: one out of scope is refused, so that nobody is visited by
 * mistake and nothing is kept about people for whom there is no purpose.
 */
export class CountyFile {
  /** Name of the campaign, from the first record. */
  name = '';
  /** Code of the county. */
  areaCode = '';
  private readonly areas = new Set<string>();
  private readonly poorVillages = new Set<string>();
  private readonly hamlets = new Set<string>();
  private readonly households = new Set<string>();
  /** The household whose members come now. */
  private current: { number: string; hasHead: boolean; idNumbers: Set<string> } | undefined;
  private members = 0;
  private begun = false;
  private ended = false;

  constructor(private readonly scope: ScopeRule = guangxi2015Scope) {}

  /** Takes one record; answers what is wrong with it, or undefined. */
  take(cells: Cells): string | undefined {
    const [kind = ''] = cells;
    const expected = cellsOf[kind];
    if (expected === undefined) return `"${kind.slice(0, 20)}" is not a kind of record`;
    if (cells.length !== expected + 1)
      return `a ${kind} record has ${expected} cells after its kind, this one ${cells.length - 1}`;
    if (this.ended) return 'nothing may follow the end record';
    if (!this.begun && kind !== 'county') return 'the file must begin with a county record';
    const headless = kind === 'member' ? undefined : this.headless();
    const problem = this.record(kind, cells);
    return headless ?? problem;
  }

  private record(kind: string, cells: Cells): string | undefined {
    switch (kind) {
      case 'county':
        return this.county(cells);
      case 'area':
        return this.area(cells);
      case 'hamlet':
        return this.hamlet(cells);
      case 'household':
        return this.household(cells);
      case 'member':
        return this.member(cells);
      default:
        return this.end(cells);
    }
  }

  /** Whether a group that came lies in a poor village. */
  inPoorVillage(group: string): boolean {
    return this.poorVillages.has(group.slice(0, 12));
  }

  /** What is missing when the file is over. */
  missing(): string | undefined {
    return this.ended ? undefined : 'the file has no end record: it was cut off';
  }

  private county([, version = '', name = '']: Cells): string | undefined {
    if (this.begun) return 'the file has a second county record';
    this.begun = true;
    if (version !== formatVersion) return `format version ${version} is not known, ${formatVersion} is`;
    if (!name.trim()) return 'the campaign has no name';
    this.name = name;
    return undefined;
  }

  private area([, code = '', name = '', level = '', kind = '', poor = '']: Cells): string | undefined {
    const actual = levelOf(code);
    if (!actual) return `${code} is not an area code`;
    if (actual !== level) return `${code} is the code of a ${actual}, not of a ${level}`;
    if (this.areas.has(code)) return `area ${code} comes twice`;
    if (actual === 'county' && this.areaCode) return 'the file has a second county';
    if (actual !== 'county' && !this.areas.has(code.slice(0, parentLength[actual])))
      return `the area above ${code} does not come before it`;
    if (!name.trim() || !kind.trim()) return `area ${code} has no name or no kind`;
    if (actual === 'village' ? !/^(true|false)$/.test(poor) : poor !== '')
      return 'poor is true or false for a village and empty for others';
    this.areas.add(code);
    if (poor === 'true') this.poorVillages.add(code);
    if (actual === 'county') this.areaCode = code;
    return undefined;
  }

  private hamlet([, code = '', name = '', village = '']: Cells): string | undefined {
    if (!/^\d{12}H\d{3}$/.test(code) || !code.startsWith(village))
      return `${code} is not a hamlet code of village ${village}`;
    if (!this.areas.has(village) || village.length !== 12) return `village ${village} does not come before its hamlet`;
    if (this.hamlets.has(code)) return `hamlet ${code} comes twice`;
    if (!name.trim()) return `hamlet ${code} has no name`;
    this.hamlets.add(code);
    return undefined;
  }

  private household(cells: Cells): string | undefined {
    const [, number = '', group = '', hamlet = '', address = '', category = ''] = cells;
    if (!/^\d{19}$/.test(number) || !number.startsWith(group))
      return `${number} is not a household number of group ${group}`;
    if (group.length !== 15 || !this.areas.has(group)) return `group ${group} does not come before its household`;
    if (!this.hamlets.has(hamlet)) return `hamlet ${hamlet} does not come before its household`;
    if (hamlet.slice(0, 12) !== group.slice(0, 12))
      return `hamlet ${hamlet} lies in another village than group ${group}`;
    if (this.households.has(number)) return `household ${number} comes twice`;
    if (!address.trim()) return `household ${number} has no address`;
    const outOfScope = this.outOfScope(category, this.inPoorVillage(group));
    if (outOfScope) return `household ${number}: ${outOfScope}`;
    this.households.add(number);
    this.current = { number, hasHead: false, idNumbers: new Set() };
    return undefined;
  }

  private member(cells: Cells): string | undefined {
    const [, household = '', name = '', relation = '', sex = '', birthDate = '', idNumber = '', ethnicity = ''] = cells;
    const { current } = this;
    if (current?.number !== household) return `a member of household ${household} does not come right after it`;
    if (!name.trim() || name.length > 50) return 'the member has no name, or one of over 50 characters';
    if (!/^\d{2}$/.test(relation)) return `${relation} is not a code of a relation`;
    if (sex !== 'male' && sex !== 'female') return 'sex is male or female';
    const facts = idNumberFacts(idNumber);
    if (!facts) return 'the identity number is not valid';
    if (facts.birthDate !== birthDate) return 'the date of birth is not the one in the identity number';
    if (facts.sex !== sex) return 'the sex is not the one in the identity number';
    if (!ethnicity.trim()) return 'the member has no ethnicity';
    if (current.idNumbers.has(idNumber.toUpperCase())) return 'this identity number came before in the same household';
    if (relation === '01' && current.hasHead) return `household ${household} has a second head`;
    current.hasHead ||= relation === '01';
    current.idNumbers.add(idNumber.toUpperCase());
    this.members += 1;
    return undefined;
  }

  /** What is wrong with the household whose members have all come. Said once. */
  private headless(): string | undefined {
    const { current } = this;
    this.current = undefined;
    return current && !current.hasHead ? `household ${current.number}, which ends here, has no head` : undefined;
  }

  private outOfScope(category: string, inPoorVillage: boolean): string | undefined {
    if (!isHouseholdCategory(category)) return `"${category.slice(0, 20)}" is not a category of households`;
    if (isInScope(this.scope, { category, inPoorVillage })) return undefined;
    const where = inPoorVillage ? 'in a poor village' : 'outside the poor villages';
    return `a household of category ${category} ${where} is not assessed and does not belong into the file`;
  }

  private end([, ...cells]: Cells): string | undefined {
    this.ended = true;
    const counted = [this.areas.size, this.hamlets.size, this.households.size, this.members];
    const names = ['areas', 'hamlets', 'households', 'members'];
    const wrong = names.findIndex((_, index) => cells[index] !== String(counted[index]));
    return wrong < 0
      ? undefined
      : `the end record says ${cells[wrong]} ${names[wrong]}, the file has ${counted[wrong]}`;
  }
}
