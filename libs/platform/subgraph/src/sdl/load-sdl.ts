import { join } from 'node:path';
import { GraphQLTypesLoader } from '@nestjs/graphql';
import { parse, type DocumentNode } from 'graphql';

const prelude = join(__dirname, 'prelude.graphql');

/**
 * The whole SDL of one subgraph: its own files (globs) and the prelude that every subgraph shares. A type may be written in
 * several files; its parts are merged. Start-up, composition and generated types all read it here, so they cannot differ.
 */
export async function loadSdl(typePaths: readonly string[]): Promise<DocumentNode> {
  const merged: unknown = await new GraphQLTypesLoader().mergeTypesByPaths([...typePaths, prelude]);
  return parse(String(merged));
}
