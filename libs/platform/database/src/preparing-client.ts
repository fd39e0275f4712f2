import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** A longer statement was built for one call, such as a list of placeholders as long as its values. */
const longestText = 5_000;
/** A program asks for so many different statements and no more; what comes beyond was built for one call too. */
const mostNames = 1_000;
const names = new Map<string, string>();

/**
 * A connection that prepares what it is asked: a statement with values gets a name, so that the server parses and plans it once for
 * the connection and not at every call. The server goes on planning anew where the values decide on the plan
 * (`plan_cache_mode = auto`). For `extra.Client` of a data source.
 */
export class PreparingClient extends Client {
  override query(...[config, values, ...rest]: unknown[]): never {
    const name = typeof config === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(config) : undefined;
    return super.query(
      (name ? { name, text: config } : config) as string,
      values as unknown[],
      ...(rest as []),
    ) as never;
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || text.length > longestText || names.size >= mostNames) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
