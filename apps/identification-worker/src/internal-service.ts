import { sign } from '@jingzhun/access';
import { RefusedCall } from './refused-call';

/** What services answer a refusal with; every other failure is a fault, and is tried again. */
const refused = 422;

/** Shorter than an activity may take, so that the reason of a delay is known rather than its length. */
const answerWithin = 8_000;

/** The internal door of one service. Every call is signed, and may be repeated. */
export class InternalService {
  constructor(
    private readonly name: string,
    private readonly url: string,
    private readonly signingKey: string,
  ) {}

  /** Posts to `/internal/<call>` and answers what the service answered; an empty answer is `undefined`. */
  async ask(call: string, question: object, signal: AbortSignal): Promise<unknown> {
    const path = `/internal/${call}`;
    const body = JSON.stringify(question);
    const response = await fetch(new URL(path, this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign({ method: 'POST', path, body }, this.signingKey) },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithin)]),
    });
    const text = await response.text();
    if (response.ok) return text === '' ? undefined : JSON.parse(text);
    const refusal = response.status === refused ? RefusedCall.from(JSON.parse(text)) : undefined;
    throw refusal ?? new Error(`${this.name} answered ${response.status} to ${call}`);
  }
}
