import { randomUUID } from 'node:crypto';
import { eventContract, type Envelope } from '@jingzhun/contracts/envelope';
import { z } from 'zod';

export interface Sample {
  household: string;
  sequence: number;
  note?: string;
}

const data = z.object({ household: z.string(), sequence: z.int(), note: z.string().optional() });

/** An event whose owner, and so whose topic, is `owner`. */
export function sampleContract(owner: string) {
  return eventContract<Sample>(`${owner}.sample-taken.v1`, data);
}

export function sampleEvent(owner: string, sample: Sample): Envelope<Sample> {
  return {
    id: randomUUID(),
    type: sampleContract(owner).type,
    time: '2015-10-12T09:00:00.000Z',
    key: sample.household,
    actor: 'machine',
    correlation: 'spec',
    data: sample,
  };
}
