import type { IdentityNumbers, HouseholdNumbers } from '../identity-number/identity-numbers';
import { OrderedIds } from './ordered-ids';

/** A record: its kind and the cells that belong to it. */
type Cells = readonly string[];

/** Rows in columns, as `unnest` takes them; every column has as many values. */
export interface RegisterPiece {
  areas: { code: string[]; name: string[]; level: string[]; kind: string[]; poor: boolean[] };
  hamlets: { code: string[]; name: string[]; village: string[] };
  households: {
    id: string[];
    number: string[];
    group: string[];
    hamlet: string[];
    address: string[];
    inPoorVillage: boolean[];
    category: string[];
    salt: Buffer[];
  };
  members: {
    id: string[];
    householdId: string[];
    group: string[];
    position: number[];
    name: string[];
    relation: string[];
    sex: string[];
    birthDate: string[];
    sealed: Buffer[];
    index: Buffer[];
    masked: string[];
    ethnicity: string[];
  };
}

/** The household whose members come now. */
interface Home {
  id: string;
  group: string;
  members: number;
  numbers: HouseholdNumbers;
}

/**
 * Turns checked records into rows of the register, identity numbers sealed, and hands them out in pieces. Ids are made here, so that
 * a number can be bound to its member before anything is stored.
 */
export class RegisterPieces {
  private piece = emptyPiece();
  private readonly ids = new OrderedIds();
  private home: Home | undefined;

  constructor(
    private readonly numbers: IdentityNumbers,
    private readonly inPoorVillage: (group: string) => boolean,
  ) {}

  /** How many rows wait. */
  get size(): number {
    const { areas, hamlets, households, members } = this.piece;
    return areas.code.length + hamlets.code.length + households.id.length + members.id.length;
  }

  /** Takes a record that CountyFile has found right. */
  add(cells: Cells): void {
    const [kind] = cells;
    if (kind === 'member') this.member(cells);
    else if (kind === 'household') this.household(cells);
    else if (kind === 'hamlet') this.hamlet(cells);
    else if (kind === 'area') this.area(cells);
  }

  /** What has come since the last time. */
  take(): RegisterPiece {
    const { piece } = this;
    this.piece = emptyPiece();
    return piece;
  }

  private area([, code = '', name = '', level = '', kind = '', poor = '']: Cells): void {
    const { areas } = this.piece;
    areas.code.push(code);
    areas.name.push(name);
    areas.level.push(level);
    areas.kind.push(kind);
    areas.poor.push(poor === 'true');
  }

  private hamlet([, code = '', name = '', village = '']: Cells): void {
    const { hamlets } = this.piece;
    hamlets.code.push(code);
    hamlets.name.push(name);
    hamlets.village.push(village);
  }

  private household([, number = '', group = '', hamlet = '', address = '', category = '']: Cells): void {
    const [id, salt] = [this.ids.next(), this.numbers.newSalt()];
    this.home = { id, group, members: 0, numbers: this.numbers.ofHousehold(salt) };
    const { households } = this.piece;
    households.id.push(id);
    households.number.push(number);
    households.group.push(group);
    households.hamlet.push(hamlet);
    households.address.push(address);
    households.inPoorVillage.push(this.inPoorVillage(group));
    households.category.push(category);
    households.salt.push(salt);
  }

  private member([, , name = '', relation = '', sex = '', birthDate = '', idNumber = '', ethnicity = '']: Cells): void {
    const { home } = this;
    if (!home) throw new RangeError('a member came before its household');
    const id = this.ids.next();
    const { sealed, index, masked } = home.numbers.store(id, idNumber);
    const { members } = this.piece;
    members.id.push(id);
    members.householdId.push(home.id);
    members.group.push(home.group);
    members.position.push(home.members++);
    members.name.push(name);
    members.relation.push(relation);
    members.sex.push(sex);
    members.birthDate.push(birthDate);
    members.sealed.push(sealed);
    members.index.push(index);
    members.masked.push(masked);
    members.ethnicity.push(ethnicity);
  }
}

function emptyPiece(): RegisterPiece {
  return {
    areas: { code: [], name: [], level: [], kind: [], poor: [] },
    hamlets: { code: [], name: [], village: [] },
    households: { id: [], number: [], group: [], hamlet: [], address: [], inPoorVillage: [], category: [], salt: [] },
    members: {
      id: [],
      householdId: [],
      group: [],
      position: [],
      name: [],
      relation: [],
      sex: [],
      birthDate: [],
      sealed: [],
      index: [],
      masked: [],
      ethnicity: [],
    },
  };
}
