import { Refusal } from '@jingzhun/kernel';
import { z } from 'zod';

const refusal = z.object({ type: z.string(), code: z.string(), message: z.string(), advice: z.string() });

/** A service refused what a case asked of it: its rules say no, so asking again is useless. */
export class RefusedCall extends Refusal {
  private constructor(
    readonly type: string,
    readonly code: string,
    readonly advice: string,
    message: string,
  ) {
    super(message);
  }

  /** The refusal in the body of an answer, or undefined when the body is none. */
  static from(body: unknown): RefusedCall | undefined {
    const { success, data } = refusal.safeParse(body);
    return success ? new RefusedCall(data.type, data.code, data.advice, data.message) : undefined;
  }
}
