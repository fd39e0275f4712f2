/**
 * An expected refusal: the rules say no, and the person can do something about it.
 *
 * `type` is the GraphQL type that answers it, `code` is stable across process borders, `field` names the input at fault
 * and `advice` says what to do next. A fault (something broken) is an ordinary Error instead.
 */
export abstract class Refusal extends Error {
  abstract readonly type: string;
  abstract readonly code: string;
  abstract readonly advice: string;
  readonly field?: string;

  constructor(message: string, field?: string) {
    super(message);
    this.name = new.target.name;
    this.field = field;
  }
}

/** Whether `error` is a refusal; survives two copies of this module in one process, unlike `instanceof` alone. */
export function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof Error &&
    typeof (error as Partial<Refusal>).type === 'string' &&
    typeof (error as Partial<Refusal>).code === 'string' &&
    typeof (error as Partial<Refusal>).advice === 'string'
  );
}

/** Somebody changed the record since the caller read it. */
export class StaleVersion extends Refusal {
  readonly type = 'StaleVersion';
  readonly code = 'STALE_VERSION';
  readonly advice = 'Read the record again and repeat the change on its present version.';
}

/** The idempotency key was already used for a different request. */
export class KeyReused extends Refusal {
  readonly type = 'KeyReused';
  readonly code = 'KEY_REUSED';
  readonly advice = 'Send a new key with a new request; repeat a key only with the same request.';
}

/** No such record within the caller's area. Outside the area and non-existent are told apart to nobody. */
export class NotFound extends Refusal {
  readonly type = 'NotFound';
  readonly code = 'NOT_FOUND';
  readonly advice = 'Check the identifier, and that the record lies in your area.';
}

/** A value in the request cannot be accepted. */
export class InvalidInput extends Refusal {
  readonly type = 'InvalidInput';
  readonly code = 'INVALID_INPUT';

  constructor(
    message: string,
    field: string,
    readonly advice: string = 'Correct the named field and send the request again.',
  ) {
    super(message, field);
  }
}

/** The caller's role or area does not allow this. */
export class NotAllowed extends Refusal {
  readonly type = 'NotAllowed';
  readonly code = 'NOT_ALLOWED';
  readonly advice = 'Ask the person whose duty it is, or your administrator for the right.';
}
