import { ValueError, type Payload, type PayloadCodec } from '@temporalio/common';

/** A case is ids, stages and times; whoever needs more than this is putting records into the clock. */
const longestPayload = 32 * 1024;

const accepted = new Set(['json/plain', 'binary/null']);

/**
 * What may be kept in a history: plain JSON of a modest size. A case carries no personal data, so nothing is encrypted here;
 * what a person may not read in the Temporal Web UI may not be sent at all.
 */
export const payloadRules: PayloadCodec = {
  encode: async (payloads) => payloads.map(checked),
  decode: (payloads) => Promise.resolve(payloads),
};

/**
 * Refuses what JSON would silently change: dates, maps, class instances, functions, `undefined` within a list.
 * @throws ValueError naming the place.
 */
export function assertPlainJson(value: unknown, place = 'payload'): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return;
  if (Array.isArray(value)) return value.forEach((each, index) => assertPlainJson(each, `${place}[${index}]`));
  if (typeof value !== 'object' || !isPlainObject(value)) throw new ValueError(`${place} is not plain JSON`);
  for (const [key, each] of Object.entries(value)) if (each !== undefined) assertPlainJson(each, `${place}.${key}`);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function checked(payload: Payload): Payload {
  const encoding = new TextDecoder().decode(payload.metadata?.encoding ?? undefined);
  if (!accepted.has(encoding)) throw new ValueError(`a payload must be plain JSON, not ${encoding || 'unnamed'}`);
  const size = payload.data?.length ?? 0;
  if (size > longestPayload) throw new ValueError(`a payload of ${size} bytes is above the limit of ${longestPayload}`);
  return payload;
}
