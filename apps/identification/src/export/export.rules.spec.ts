import type { Passport, Role } from '@jingzhun/access';
import { parse, type ConstDirectiveNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportKindName } from './export-kind';
import { exporters, exportRights } from './export-rights';
import { assertOwnArea, assertReason, mayFetch, memberReaders, namesFor, shownName } from './export.rules';

const [village, another] = ['451225100201', '451225100202'];

function passport(...grants: [Role, string][]): Passport {
  const held = grants.map(([role, area]) => ({ role, areas: [area] }));
  return { accountId: 'account', personId: 'person', requestId: 'request', grants: held };
}

/** The roles that the graph's own rule names for a type or a root field. */
function rolesInGraph(file: string, type: string, field?: string): Role[] {
  for (const definition of parse(readFileSync(join(__dirname, '..', file), 'utf8')).definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' || definition.name.value !== type) continue;
    const node = field ? definition.fields?.find(({ name }) => name.value === field) : definition;
    return rolesOf(node?.directives ?? []);
  }
  throw new Error(`${file} has no ${type}`);
}

function rolesOf(directives: readonly ConstDirectiveNode[]): Role[] {
  const [access] = directives.filter(({ name }) => name.value === 'access');
  const value = access?.arguments?.find(({ name }) => name.value === 'roles')?.value;
  if (value?.kind !== 'ListValue') throw new Error('no roles are named');
  return value.values.flatMap((role) => (role.kind === 'StringValue' ? [role.value as Role] : []));
}

describe('the right to an export', () => {
  const mutations: Record<ExportKindName, [file: string, mutation: string]> = {
    entryWorkbook: ['entry-workbook/entry-workbook.graphql', 'exportEntryWorkbook'],
    register: ['export/export.graphql', 'exportRegister'],
    registerInFull: ['export/export.graphql', 'exportRegisterInFull'],
    assessments: ['export/export.graphql', 'exportAssessments'],
    poorHouseholds: ['export/export.graphql', 'exportPoorHouseholds'],
    scoreLineTable: ['export/export.graphql', 'exportScoreLineTable'],
  };

  it.each(Object.values(exportRights))('to $kind is the one that the graph has', ({ kind, roles }) => {
    const [file, mutation] = mutations[kind];
    expect(rolesInGraph(file, 'Mutation', mutation)).toEqual(roles);
  });

  it('lets everybody follow his export who may ask for one, and nobody else', () => {
    expect(rolesInGraph('export/export.graphql', 'Query', 'export').sort()).toEqual([...exporters].sort());
    expect(rolesInGraph('export/export.graphql', 'Export').sort()).toEqual([...exporters].sort());
  });

  it('shows names to those who may read members one by one, and numbers in full to those who may read one', () => {
    expect(rolesInGraph('household/household.graphql', 'Member')).toEqual(memberReaders);
    const readers = rolesInGraph('identity-number/identity-number.graphql', 'Mutation', 'revealIdNumber');
    expect(readers).toEqual(expect.arrayContaining([...exportRights.registerInFull.roles]));
    const inFull = Object.values(exportRights).filter(({ idNumbers }) => idNumbers === 'inFull');
    expect(inFull).toEqual([exportRights.registerInFull]);
  });
});

describe('names in an export', () => {
  const { poorHouseholds, entryWorkbook, scoreLineTable } = exportRights;

  it('are whole for whoever may read members there', () => {
    expect(namesFor(passport(['villageSecretary', village]), poorHouseholds, village)).toBe('inFull');
    expect(namesFor(passport(['countyLeader', '451225']), poorHouseholds, village)).toBe('masked');
    expect(namesFor(passport(['townshipOfficer', '451225']), entryWorkbook, village)).toBe('masked');
    expect(namesFor(passport(['countyLeader', '451225']), scoreLineTable, '451225')).toBe('absent');
  });

  it('are masked where the right to them is held elsewhere only', () => {
    const both = passport(['countyLeader', '451225'], ['villageSecretary', village]);
    expect(namesFor(both, poorHouseholds, village)).toBe('inFull');
    expect(namesFor(both, poorHouseholds, another)).toBe('masked');
    expect(namesFor(both, poorHouseholds, '451225')).toBe('masked');
  });

  it('are told apart by neighbours and by nobody else when they are masked', () => {
    expect([shownName(' 罗小明 ', 'masked'), shownName(' 罗小明 ', 'inFull')]).toEqual(['罗*明', '罗小明']);
  });
});

describe('a written export', () => {
  const register = { areaCode: village, names: 'inFull' } as const;

  it('may be fetched while the right to it is held, and no longer', () => {
    expect(mayFetch(passport(['supervisor', '451225']), exportRights.registerInFull, register)).toBe(true);
    expect(mayFetch(passport(['villageSecretary', village]), exportRights.registerInFull, register)).toBe(false);
    expect(mayFetch(passport(['supervisor', another]), exportRights.register, register)).toBe(false);
    expect(mayFetch(passport(), exportRights.register, register)).toBe(false);
  });

  it('with whole names is not for one who would have them masked by now', () => {
    const leader = passport(['countyLeader', '451225']);
    expect(mayFetch(leader, exportRights.poorHouseholds, register)).toBe(false);
    expect(mayFetch(leader, exportRights.poorHouseholds, { ...register, names: 'masked' })).toBe(true);
  });
});

describe('a request for an export', () => {
  it('gives a reason that somebody can read', () => {
    expect(() => assertReason('for the archive')).not.toThrow();
    for (const reason of ['', '  ', 'x'.repeat(501)]) expect(() => assertReason(reason)).toThrow('needs a reason');
  });

  it('is for an area of one’s own that there is', () => {
    expect(() => assertOwnArea({ areas: ['451225100'] }, village, true)).not.toThrow();
    expect(() => assertOwnArea({ areas: [another] }, village, true)).toThrow('no such area');
    expect(() => assertOwnArea({ areas: ['451225100'] }, village, false)).toThrow('no such area');
  });
});
