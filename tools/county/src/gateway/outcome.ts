/** The answer of a mutation: its record, or one of the refusals the schema documents. */
export interface Answered {
  __typename: string;
  code?: string;
  message?: string;
}

/** What every mutation asks for, so that a refusal can be told apart and shown. */
export const refusalFields = '__typename ... on Refusal { code message }';

/** The rules said no. */
export class RefusedByRules extends Error {
  override readonly name = 'RefusedByRules';

  constructor(
    readonly type: string,
    readonly code: string,
    message: string,
  ) {
    super(`${message} [${code}]`);
  }
}

/** @throws RefusedByRules when the answer is a refusal */
export function accepted<T extends Answered>(answer: T): T {
  if (answer.code !== undefined) throw new RefusedByRules(answer.__typename, answer.code, answer.message ?? '');
  return answer;
}

export function isRefusal(error: unknown, ...types: string[]): error is RefusedByRules {
  return error instanceof RefusedByRules && (types.length === 0 || types.includes(error.type));
}
