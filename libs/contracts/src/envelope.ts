import { z } from 'zod';

/**
 * What every event carries, whoever wrote it. Identifiers, states and times only: no name, number or other personal data.
 *
 * `id` is unique for ever and is what consumers remember; `type` is `<owner>.<subject>-<past participle>.v<N>`;
 * `key` is the aggregate whose events stay in order; `actor` is an account id or `machine`; `correlation` is the request
 * that began the chain and `cause` the event or command that led to this one.
 */
export const envelope = z.object({
  id: z.uuid(),
  type: z.string().regex(/^[a-z-]+\.[a-z-]+\.v\d+$/),
  time: z.iso.datetime(),
  key: z.string().min(1),
  actor: z.string().min(1),
  correlation: z.string().min(1),
  cause: z.string().min(1).optional(),
  data: z.unknown(),
});

export type Envelope<Data = unknown> = Omit<z.infer<typeof envelope>, 'data'> & { data: Data };

/** The contract of one event version: its name and what its data must look like, checked by writer and reader. */
export interface EventContract<Data> {
  readonly type: string;
  readonly data: z.ZodType<Data>;
}

export function eventContract<Data>(type: string, data: z.ZodType<Data>): EventContract<Data> {
  return { type, data };
}

/** The owner of an event is also the Kafka topic it travels on. */
export function ownerOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}
