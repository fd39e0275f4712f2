/** One value of a `/metrics` page. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads the Prometheus text format as far as prom-client writes it. */
export function parseMetrics(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => {
      const [, name, labels = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
      if (!name || !value) return [];
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(
        ([, key = '', text = '']) => [key, text] as const,
      );
      return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
    });
}

export async function readMetrics(address: string): Promise<Sample[]> {
  const answer = await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${address}/metrics answered ${answer.status}`);
  return parseMetrics(await answer.text());
}
