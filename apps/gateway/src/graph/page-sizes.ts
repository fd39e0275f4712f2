import { Kind, visit, type DocumentNode } from 'graphql';
import { GatewayError } from '../gateway-error';

const largestPage = 100;

/**
 * Checks every page size written in the document and answers the names of the variables that hold the others.
 *
 * @throws GatewayError
 */
export function pageSizeVariables(document: DocumentNode): string[] {
  const variables = new Set<string>();
  visit(document, {
    Field: (field) => {
      for (const { name, value } of field.arguments ?? []) {
        if (name.value !== 'first') continue;
        if (value.kind === Kind.VARIABLE) variables.add(value.name.value);
        else if (value.kind === Kind.INT) checkPageSize(Number(value.value));
      }
    },
  });
  return [...variables];
}

/** @throws GatewayError when the size is not 1 to 100; one that is absent takes the default of its field */
export function checkPageSize(size: unknown): void {
  if (size === undefined || size === null) return;
  if (typeof size === 'number' && size >= 1 && size <= largestPage) return;
  throw new GatewayError(400, 'BAD_USER_INPUT', `A page has 1 to ${largestPage} rows.`, { field: 'first' });
}
