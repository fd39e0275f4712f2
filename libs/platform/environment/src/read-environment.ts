import { z } from 'zod';

/** The environment lacks something or holds something unusable; the message has one line per variable at fault. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads and checks a process's settings once, at its start. The only reader of the environment in a process is its `env.ts`,
 * which calls this; everything else is handed values.
 *
 * Empty values count as missing. Values are never repeated in the error, for they may be secrets.
 * @throws EnvironmentError naming every variable at fault.
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Record<string, string | undefined>,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = z.object(shape).safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return name in present ? `${name}: not usable (${issue.message})` : `${name}: missing`;
  });
  throw new EnvironmentError(['The environment is not complete:', ...lines].join('\n  '));
}
