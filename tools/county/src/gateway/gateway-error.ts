/** What a failed call can be: worth another try, a sign-in that ran out, or a "no" that stays one. */
export type Failure = 'fault' | 'signed-out' | 'refused';

export class GatewayError extends Error {
  override readonly name = 'GatewayError';

  constructor(
    readonly failure: Failure,
    message: string,
  ) {
    super(message);
  }
}

/** Codes with which the gateway says that asking again would change nothing. */
const lasting = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INVALID_INPUT',
  'LIMIT_EXCEEDED',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
]);

export interface GraphError {
  message: string;
  extensions?: { code?: string };
}

/** The one error that stands for the errors of an answer; a code nobody knows is taken for a fault. */
export function errorOf(status: number, errors: readonly GraphError[]): GatewayError {
  const codes = errors.map((error) => error.extensions?.code ?? '');
  const message = errors.map((error) => `${error.message} [${error.extensions?.code ?? status}]`).join('; ');
  if (status === 401 || codes.some((code) => code === 'UNAUTHENTICATED'))
    return new GatewayError('signed-out', message);
  if (codes.some((code) => lasting.has(code))) return new GatewayError('refused', message);
  if (errors.length === 0 && status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return new GatewayError('refused', `HTTP ${status}`);
  }
  return new GatewayError('fault', message || `HTTP ${status}`);
}
