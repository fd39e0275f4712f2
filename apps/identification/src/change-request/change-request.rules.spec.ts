import {
  assertInScope,
  assertMayDecide,
  assertMayWithdraw,
  statement,
  type RequestAsRead,
} from './change-request.rules';

const request: RequestAsRead = { version: 1, state: 'waiting', requestedBy: 'a1', requestedByPerson: 'p1' };
const officer = { accountId: 'a2', personId: 'p2' };
const requester = { accountId: 'a1', personId: 'p1' };

describe('a decision on a change request', () => {
  it('is another person’s, and says why when it declines', () => {
    expect(() => assertMayDecide(request, { version: 1, approve: true }, officer)).not.toThrow();
    expect(() => assertMayDecide(request, { version: 1, approve: false, note: 'No paper.' }, officer)).not.toThrow();
    for (const note of [undefined, null, '', '  '])
      expect(() => assertMayDecide(request, { version: 1, approve: false, note }, officer)).toThrow(
        expect.objectContaining({ field: 'note' }),
      );
  });

  it('is never of the person who asked, whatever account he uses', () => {
    for (const own of [requester, { ...requester, accountId: 'another' }, { ...requester, personId: 'another' }])
      expect(() => assertMayDecide(request, { version: 1, approve: true }, own)).toThrow(
        expect.objectContaining({ code: 'OWN_CHANGE_REQUEST' }),
      );
    const nobody = { ...request, requestedByPerson: '' };
    expect(() =>
      assertMayDecide(nobody, { version: 1, approve: true }, { accountId: 'a2', personId: '' }),
    ).not.toThrow();
  });

  it('is made once, on the request as it was read', () => {
    for (const state of ['approved', 'declined', 'withdrawn'] as const)
      expect(() => assertMayDecide({ ...request, state }, { version: 1, approve: true }, officer)).toThrow(
        expect.objectContaining({ code: 'CHANGE_REQUEST_DECIDED' }),
      );
    expect(() => assertMayDecide(request, { version: 2, approve: true }, officer)).toThrow(
      expect.objectContaining({ code: 'STALE_VERSION' }),
    );
  });

  it('may be made unnecessary by who asked, and by nobody else', () => {
    expect(() => assertMayWithdraw(request, 1, requester)).not.toThrow();
    expect(() => assertMayWithdraw(request, 1, officer)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => assertMayWithdraw({ ...request, state: 'approved' }, 1, requester)).toThrow(
      expect.objectContaining({ code: 'CHANGE_REQUEST_DECIDED' }),
    );
  });
});

it('a reason is wanted, and is no novel', () => {
  expect(statement(' He died on 3 November. ', 'reason')).toBe('He died on 3 November.');
  for (const text of ['', ' ', 'x'.repeat(1001)]) expect(() => statement(text, 'reason')).toThrow('Write 1 to 1000');
});

it('an ordinary household is added in a poor village only', () => {
  expect(() => assertInScope('ordinary', true)).not.toThrow();
  expect(() => assertInScope('newApplicant', false)).not.toThrow();
  expect(() => assertInScope('ordinary', false)).toThrow(expect.objectContaining({ code: 'NOT_IN_SCOPE' }));
});
