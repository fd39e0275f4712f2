import { posix } from 'node:path';
import ts from 'typescript';

/** A source file, by its path from the root. */
export interface Source {
  path: string;
  text: string;
}

/**
 * The rings of files that import each other, within a package; between packages the Nx rule sees to it. Types do not
 * count, for nothing of them is left when the program runs.
 */
export function importCycles(sources: readonly Source[]): string[] {
  const known = new Set(sources.map(({ path }) => path));
  const imports = new Map(sources.map((source) => [source.path, importsOf(source, known)]));
  return ringsIn(imports).map(
    (ring) =>
      `${[...ring, ring[0]].join(' → ')}: these files import each other. Move what both need into a file of its own.`,
  );
}

function importsOf({ path, text }: Source, known: ReadonlySet<string>): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  return file.statements.flatMap((statement) => {
    const specifier = loadedBy(statement);
    if (!specifier?.startsWith('.')) return [];
    const target = posix.join(posix.dirname(path), specifier);
    return [`${target}.ts`, `${target}/index.ts`].filter((candidate) => known.has(candidate)).slice(0, 1);
  });
}

/** What a statement loads when the program runs, if anything. */
function loadedBy(statement: ts.Statement): string | undefined {
  if (ts.isImportDeclaration(statement)) {
    const { importClause, moduleSpecifier } = statement;
    if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined;
    const names = importClause?.namedBindings;
    const onlyTypes =
      !importClause?.name && names && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly);
    return onlyTypes ? undefined : textOf(moduleSpecifier);
  }
  if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) return textOf(statement.moduleSpecifier);
  return undefined;
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isStringLiteral(node) ? node.text : undefined;
}

/** Each ring once, however many files lead into it. */
function ringsIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const rings: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const follow = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) rings.push(trail.slice(at));
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    imports.get(path)?.forEach(follow);
    trail.pop();
    done.add(path);
  };
  for (const path of imports.keys()) follow(path);
  return rings;
}
