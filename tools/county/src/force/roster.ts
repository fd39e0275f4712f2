import type { County } from '../generator/generate-county';
import { random } from '../generator/random';
import type { Account, Staff } from '../generator/staff';
import type { GatewayClient } from '../gateway/gateway-client';
import { withPatience, type Patience } from '../gateway/patience';
import { Session } from '../gateway/session';

const words = 'stone river cotton bridge maple lantern terrace bamboo orchard harvest ferry cloud'.split(' ');

/** The password a simulated person chooses. Made by the seed, so that a demonstration can tell it. */
export function passwordOf(seed: string, login: string): string {
  const chance = random(seed, 'password', login);
  return `${[1, 2, 3].map(() => chance.pick(words)).join('-')}-${chance.between(10, 99)}`;
}

export interface FieldTeam {
  groups: string[];
  /** Logins; the first one leads. */
  workers: string[];
}

/** Everybody of the county by what they do, each with a session of his own. */
export class Roster {
  private readonly sessions = new Map<string, Session>();
  private readonly accounts: Map<string, Account>;
  private readonly holders: Map<string, Account[]>;

  constructor(
    private readonly county: County,
    private readonly seed: string,
    private readonly gateway: GatewayClient,
    private readonly patience: Patience,
  ) {
    const { accounts } = county.staff;
    this.accounts = new Map(accounts.map((account) => [account.login, account]));
    this.holders = grouped(accounts, ({ role, areaCode }) => `${role} ${areaCode}`);
  }

  session(login: string): Session {
    const known = this.sessions.get(login);
    if (known) return known;
    const account = this.accounts.get(login);
    if (!account) throw new Error(`nobody signs in as ${login}`);
    const credentials = { login, activationCode: account.activationCode, password: passwordOf(this.seed, login) };
    const session = new Session(this.gateway, this.patience, credentials);
    this.sessions.set(login, session);
    return session;
  }

  /** The holder of a role in an area; where there are several, the one whose turn it is. */
  holder(role: string, areaCode: string, turn = 0): Session {
    const holders = this.holders.get(`${role} ${areaCode}`) ?? [];
    const account = holders[turn % holders.length];
    if (!account) throw new Error(`nobody is ${role} of ${areaCode}`);
    return this.session(account.login);
  }

  /** The way in of somebody who has no account. */
  readonly askUnsigned = <T>(query: string, variables: Record<string, unknown>): Promise<T> =>
    withPatience(this.patience, () => this.gateway.ask<T>({ query, variables }));

  logins(...roles: string[]): string[] {
    return this.county.staff.accounts.filter(({ role }) => roles.includes(role)).map(({ login }) => login);
  }

  /** Somebody of the team after the one whose group it is; undefined when there is only one. */
  checkerOf(groupCode: string): Session | undefined {
    const teams = this.fieldTeams();
    const place = teams.findIndex(({ groups }) => groups.includes(groupCode));
    const login = teams.length > 1 ? teams[(place + 1) % teams.length]?.workers[0] : undefined;
    return login === undefined ? undefined : this.session(login);
  }

  fieldTeams(): FieldTeam[] {
    return fieldTeamsOf(this.county.staff);
  }
}

function fieldTeamsOf({ accounts, assignments, teams }: Staff): FieldTeam[] {
  const loginOf = new Map(
    accounts.filter(({ role }) => role === 'fieldWorker').map(({ person, login }) => [person, login]),
  );
  const assigned = grouped(assignments, ({ team = '' }) => team);
  return teams
    .filter(({ kind }) => kind === 'field')
    .map(({ number, members }) => ({
      groups: (assigned.get(number) ?? []).map(({ areaCode }) => areaCode),
      workers: members.flatMap((person) => loginOf.get(person) ?? []),
    }));
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const same = groups.get(keyOf(value));
    if (same) same.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
