import { problemOf } from './fact-check';

const at = '2015-10-16T00:00:00.000Z';
const visited = { kind: 'stage-completed', sequence: 1, stage: 'visit', round: 1, at };

describe('the check of facts', () => {
  it.each([
    ['a completed stage', visited],
    [
      'a completed stage that opens one on another clock, without times',
      { ...visited, next: { stage: 'review', round: 1 } },
    ],
    ['a completed stage whose next is written as null', { ...visited, next: null }],
    ['a posted notice', { ...visited, kind: 'notice-posted', closesAt: at }],
    ['an extension', { kind: 'deadline-extended', version: 1, stage: 'visit', round: 1, remindAt: at, dueAt: at }],
  ])('finds nothing wrong with %s', (_, fact) => {
    expect(problemOf([fact], false)).toBeUndefined();
  });

  it.each([
    ['nothing at all', undefined, 'the facts must be a list with at least one'],
    ['an empty list', [], 'the facts must be a list with at least one'],
    ['a text', ['visited'], 'fact 0: is not a fact'],
    ['an unknown kind', [visited, { ...visited, kind: 'weather' }], 'fact 1: is of an unknown kind'],
    ['no sequence', [{ ...visited, sequence: 0 }], 'fact 0: sequence must count from 1'],
    ['a round that is not one', [{ ...visited, round: '1' }], 'fact 0: round must count from 1'],
    ['a time that is none', [{ ...visited, at: 'yesterday' }], 'fact 0: at is not an instant'],
    [
      'a stage with half its times',
      [{ ...visited, next: { stage: 'visit', round: 2, openedAt: at, dueAt: at } }],
      'fact 0: next remindAt is not an instant',
    ],
    ['a notice without an end', [{ ...visited, kind: 'notice-posted' }], 'fact 0: closesAt is not an instant'],
    [
      'an extension without a version',
      [{ ...visited, kind: 'deadline-extended' }],
      'fact 0: version must count from 1',
    ],
  ])('names what is wrong with %s', (_, facts, problem) => {
    expect(problemOf(facts, false)).toBe(problem);
  });

  it('wants the times of every stage where no other clock could keep them', () => {
    const facts = [{ ...visited, next: { stage: 'publicity', round: 1 } }];
    expect(problemOf(facts, true)).toBe('fact 0: next openedAt is not an instant');
  });
});
