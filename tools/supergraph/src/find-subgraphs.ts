import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSdl } from '@jingzhun/subgraph/sdl';
import type { DocumentNode } from 'graphql';

/** A service that has a part of the graph. */
export interface Subgraph {
  name: string;
  /** Its sources, where the types of its SDL go. */
  folder: string;
  sdl: DocumentNode;
}

/** Every app with SDL among its sources, in the order of names; the app's folder is the subgraph's name. */
export async function findSubgraphs(root: string): Promise<Subgraph[]> {
  const apps = join(root, 'apps');
  const subgraphs: Subgraph[] = [];
  for (const name of (await readdir(apps)).sort()) {
    const folder = join(apps, name, 'src');
    if (!existsSync(folder)) continue;
    const files = await readdir(folder, { recursive: true });
    if (!files.some((file) => file.endsWith('.graphql'))) continue;
    subgraphs.push({ name, folder, sdl: await loadSdl([`${folder}/**/*.graphql`]) });
  }
  return subgraphs;
}
