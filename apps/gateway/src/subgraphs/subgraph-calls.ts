import { encodePassport, sign, type Passport } from '@jingzhun/access';
import type { Logger } from '@jingzhun/observability';
import { GraphQLError } from 'graphql';
import { post } from './post';

/** What a subgraph answers to an operation. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLError[];
}

/** What a subgraph sends, before its errors are made ours. */
interface SentAnswer {
  data?: Record<string, unknown> | null;
  errors?: SentError[];
}

interface SentError {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

export interface SubgraphAsk {
  subgraph: string;
  query: string;
  variables?: Record<string, unknown>;
  passport: Passport;
  signal: AbortSignal;
}

/** Errors about the document the gateway itself wrote: the caller has no part in them. */
const ourMistakes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']);

/** Marks an error that may be shown: a subgraph of ours wrote it for the caller. */
export const shown = Symbol.for('jingzhun.gateway.shown');

/**
 * Operations sent to the subgraphs, each signed for the caller it is made for. Two equal ones in flight stay two calls: their
 * callers may differ, and then so do their answers.
 */
export class SubgraphCalls {
  constructor(
    private readonly urls: ReadonlyMap<string, string>,
    private readonly key: string,
    private readonly logger: Logger,
  ) {}

  async execute({ subgraph, query, variables, passport, signal }: SubgraphAsk): Promise<SubgraphAnswer> {
    const url = new URL(this.urls.get(subgraph) ?? '');
    const body = JSON.stringify({ query, variables });
    const signed = sign({ method: 'POST', path: pathOf(url), passport: encodePassport(passport), body }, this.key);
    const length = String(Buffer.byteLength(body));
    const headers = { 'content-type': 'application/json', 'content-length': length, ...signed };
    try {
      return this.read(subgraph, await post({ url, headers, body, signal }));
    } catch (error) {
      if (signal.aborted) throw error;
      return this.unavailable(subgraph, { err: error });
    }
  }

  private read(subgraph: string, { status, text }: { status: number; text: string }): SubgraphAnswer {
    const answer = status === 200 || status === 400 ? parseAnswer(text) : undefined;
    if (!answer) return this.unavailable(subgraph, { status });
    const mistake = answer.errors?.find(({ extensions }) => ourMistakes.has(String(extensions?.['code'])));
    if (mistake) return this.unavailable(subgraph, { status, mistake: mistake.message });
    return { data: answer.data, errors: answer.errors?.map(markShown) };
  }

  private unavailable(subgraph: string, reason: object): SubgraphAnswer {
    this.logger.error({ subgraph, ...reason }, 'a subgraph gave no usable answer');
    const message = 'A part of the system does not answer at the moment. Try again.';
    return { data: null, errors: [markShown({ message, extensions: { code: 'PART_UNAVAILABLE' } })] };
  }
}

export function pathOf(url: URL): string {
  return `${url.pathname}${url.search}`;
}

function parseAnswer(text: string): SentAnswer | undefined {
  try {
    const answer = JSON.parse(text) as SentAnswer | null;
    return answer && ('data' in answer || Array.isArray(answer.errors)) ? answer : undefined;
  } catch {
    return undefined;
  }
}

function markShown({ message, path, extensions }: SentError): GraphQLError {
  return new GraphQLError(message, { path, extensions: { ...extensions, [shown]: true } });
}
