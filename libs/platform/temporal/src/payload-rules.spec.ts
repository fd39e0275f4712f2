import { defaultPayloadConverter } from '@temporalio/common';
import { assertPlainJson, payloadRules } from './payload-rules';

const encode = (value: unknown) => payloadRules.encode([defaultPayloadConverter.toPayload(value)]);

describe('what may be kept in the history of a case', () => {
  it('is ids, states and times as plain JSON', async () => {
    const input = { householdId: 'h', opened: { stage: 'visit', round: 1 }, chain: [{ stage: 'visit' }], last: null };
    expect(() => assertPlainJson(input)).not.toThrow();
    expect(await encode(input)).toHaveLength(1);
  });

  it.each([
    ['a date', { at: new Date(0) }, 'payload.at'],
    ['a map', { members: new Map() }, 'payload.members'],
    ['an endless number', [Number.NaN], 'payload[0]'],
    ['a hole in a list', { list: [undefined] }, 'payload.list[0]'],
    ['an entity of a service', { household: new (class Household {})() }, 'payload.household'],
  ])('is not %s', (_, value, place) => {
    expect(() => assertPlainJson(value)).toThrow(`${place} is not plain JSON`);
  });

  it('is not bytes', async () => {
    await expect(async () => encode(new Uint8Array([1]))).rejects.toThrow('must be plain JSON');
  });

  it('is not a file', async () => {
    await expect(async () => encode({ photo: 'x'.repeat(40_000) })).rejects.toThrow('above the limit');
  });
});
