/** What the boundary rules know a project by. */
export interface Manifest {
  path: string;
  tags: readonly string[];
}

/** The words that the boundary table knows; a scope may be new, a type or runtime may not. */
export interface KnownTags {
  types: readonly string[];
  runtimes: readonly string[];
}

/** A project with a tag missing would escape that dimension of the table. */
export function tagProblems(manifests: readonly Manifest[], known: KnownTags): string[] {
  return manifests.flatMap(({ path, tags }) => {
    const wanted = [
      { dimension: 'type', values: known.types },
      { dimension: 'scope', values: undefined },
      { dimension: 'runtime', values: known.runtimes },
    ];
    return wanted.flatMap(({ dimension, values }) => {
      const found = tags.filter((tag) => tag.startsWith(`${dimension}:`)).map((tag) => tag.slice(dimension.length + 1));
      if (found.length === 1 && (values === undefined || values.includes(found[0] ?? ''))) return [];
      const choice = values === undefined ? 'the name of its owner, or shared' : `one of ${values.join(', ')}`;
      return [`${path}: exactly one tag ${dimension}:… is wanted, ${choice}. Found: ${found.join(', ') || 'none'}.`];
    });
  });
}
