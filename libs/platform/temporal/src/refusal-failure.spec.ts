import { ApplicationFailure } from '@temporalio/common';
import { InvalidInput } from '@jingzhun/kernel';
import { failureOf } from './refusal-failure';

describe('a refusal in an activity', () => {
  const failure = failureOf(new InvalidInput('韦某某 is not a member', 'member'));

  it('is not tried again', () => {
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'INVALID_INPUT', nonRetryable: true });
  });

  it('leaves its words, which may name a person, out of the history', () => {
    expect(JSON.stringify([failure, String(failure)])).not.toContain('韦');
  });

  it('is told apart from a fault, which is tried again', () => {
    const fault = new Error('connection lost');
    expect(failureOf(fault)).toBe(fault);
  });
});
