import { InvalidInput, NotAllowed } from '@jingzhun/kernel';
import { TeamNotAssignable } from './assignment.errors';
import { checkAssignment } from './assignment.rules';
import { isHeldFor } from './role-levels';

const group = '451225100201001';
const fieldTeam = { kind: 'field', areaCode: '451225100' } as const;

describe('giving a group to a team', () => {
  it('is open to whoever is responsible for the group', () => {
    expect(() => checkAssignment(['451225100'], group, fieldTeam)).not.toThrow();
    expect(() => checkAssignment(['451225100'], group, undefined)).not.toThrow();
    expect(() => checkAssignment(['451225105'], group, fieldTeam)).toThrow(NotAllowed);
  });

  it('takes a field team of the same township, or one of the whole county', () => {
    expect(() => checkAssignment(['451225'], group, { kind: 'field', areaCode: '451225100999' })).not.toThrow();
    expect(() => checkAssignment(['451225'], group, { kind: 'field', areaCode: '451225' })).not.toThrow();
    expect(() => checkAssignment(['451225'], group, { kind: 'field', areaCode: '451225105' })).toThrow(
      TeamNotAssignable,
    );
    expect(() => checkAssignment(['451225'], group, { kind: 'taskGroup', areaCode: '451225' })).toThrow(
      TeamNotAssignable,
    );
  });

  it('is for groups, not for whole villages', () => {
    expect(() => checkAssignment(['451225'], '451225100201', fieldTeam)).toThrow(InvalidInput);
  });
});

describe('a role', () => {
  it('is held at its own level', () => {
    expect(isHeldFor('groupSecretary', group)).toBe(true);
    expect(isHeldFor('groupSecretary', '451225100201')).toBe(false);
    expect(isHeldFor('townshipOfficer', '451225100')).toBe(true);
    expect(isHeldFor('countyLeader', '451225100')).toBe(false);
    expect(isHeldFor('entryClerk', 'nowhere')).toBe(false);
  });
});
