import { fillIn, namesOf } from './names';

const names = namesOf('public-services', 'housing-lack', new Date('2026-11-23T09:30:15.123Z'));

describe('the names of a new service', () => {
  it('come in every shape that files and code need', () => {
    expect(fillIn('__service__/__stamp__-create-__subject__s.ts', names)).toBe(
      'public-services/20261123093015-create-housing-lacks.ts',
    );
    expect(fillIn('class Create__Subject__s__stamp__', names)).toBe('class CreateHousingLacks20261123093015');
    expect(fillIn('__subjectTable___by_area __SUBJECT___CLOSED __subjectCamel__s', names)).toBe(
      'housing_lack_by_area HOUSING_LACK_CLOSED housingLacks',
    );
    expect(fillIn('__Words__, a __words__', names)).toBe('Housing lack, a housing lack');
  });

  it('leave alone what is no placeholder', () => {
    expect(fillIn('{ __typename }', names)).toBe('{ __typename }');
  });

  it.each(['', 'Relocation', '../relocation', 'public_services', 'a--b', '移民'])(
    'cannot be made from "%s"',
    (name) => {
      expect(() => namesOf(name, 'move', new Date())).toThrow(RangeError);
    },
  );
});
