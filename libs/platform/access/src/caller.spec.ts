import { NotAllowed } from '@jingzhun/kernel';
import { callerFor, callerUnder } from './caller';
import { anonymousPassport, decodePassport, encodePassport, type Passport } from './passport';

const passport: Passport = {
  accountId: 'account',
  personId: 'person',
  requestId: 'request',
  grants: [
    { role: 'fieldWorker', areas: ['451225100001001', '451225100001002'] },
    { role: 'entryClerk', areas: ['451225101', '451225101003'] },
    { role: 'administrator', areas: [] },
  ],
};

describe('the caller of a field', () => {
  it('has the areas of the roles the field allows, and of no other role', () => {
    expect(callerFor(passport, ['fieldWorker'])).toEqual({
      accountId: 'account',
      personId: 'person',
      requestId: 'request',
      roles: ['fieldWorker'],
      areas: ['451225100001001', '451225100001002'],
    });
  });

  it('has an area once when one of his areas contains another', () => {
    expect(callerFor(passport, ['entryClerk', 'administrator']).areas).toEqual(['451225101']);
  });

  it('is refused when he holds none of the roles', () => {
    expect(() => callerFor(passport, ['supervisor'])).toThrow(NotAllowed);
    expect(() => callerFor(passport, [])).toThrow(NotAllowed);
  });

  it('needs to be signed in where the rule says so, and not where the field is public', () => {
    const anonymous = anonymousPassport('request');
    expect(() => callerUnder({ signedIn: true }, anonymous)).toThrow(NotAllowed);
    expect(callerUnder({ public: true }, anonymous)).toMatchObject({ areas: [], roles: [] });
    expect(callerUnder({ signedIn: true }, passport).roles).toHaveLength(3);
  });
});

describe('a passport', () => {
  it('arrives as it was sent', () => {
    expect(decodePassport(encodePassport(passport))).toEqual(passport);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['an unknown role', encode({ ...passport, grants: [{ role: 'emperor', areas: ['45'] }] })],
    ['an area that would match every row', encode({ ...passport, grants: [{ role: 'fieldWorker', areas: [''] }] })],
    ['no account', encode({ ...passport, accountId: '' })],
  ])('is not read from %s', (_, text) => {
    expect(decodePassport(text)).toBeUndefined();
  });
});

function encode(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
