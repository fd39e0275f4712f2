import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../bootstrap/programs.cjs';

/** A configuration file of `infra/` with its ${names} filled in; a name without a value is an error. */
export function fillTemplate(file: string, values: Record<string, string | number>): string {
  const text = readFileSync(join(workspace, 'infra', file), 'utf8');
  return text.replace(/^(?!\s*#).*$/gm, (line) =>
    line.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`infra/${file} asks for ${name}, which nobody gave`);
      return String(value);
    }),
  );
}
