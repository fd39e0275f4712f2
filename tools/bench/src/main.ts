import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { excel } from './benches/excel';
import { importCounty } from './benches/import';
import { stageChange } from './benches/stage-change';
import { workbooks } from './benches/workbooks';
import { thisMachine } from './machine';
import { linesOf, reportOf } from './report';

const benches: readonly Bench[] = [excel, importCounty, stageChange, workbooks];
const wholeCounty = 54_860;

const usage = `npm run bench -- NAME [--json FILE] [--seed S] [--households N]

Measures one thing beside its baseline, in the same run, and says on which machine.
${benches.map(({ name, shows }) => `  ${name.padEnd(14)} ${shows}`).join('\n')}
  --json FILE      the result as JSON
  --seed S         another made-up county, other files
  --households N   a smaller county than ${wholeCounty}`;

/** The command `npm run bench`; answers its exit code: 1 when something did not come out right, however fast it was. */
export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      seed: { type: 'string', default: 'luocheng' },
      households: { type: 'string', default: String(wholeCounty) },
    },
  });
  const chosen = benches.find(({ name }) => name === positionals[0]);
  const households = Number(values.households);
  if (!chosen || positionals.length !== 1 || !(Number.isInteger(households) && households > 0)) {
    process.stdout.write(`${usage}\n`);
    return positionals.length === 0 ? 0 : 1;
  }
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const machine = thisMachine();
  const outcome = await chosen.run({ seed: values.seed, households, say });
  const report = reportOf(chosen, outcome, {
    command: `npm run bench -- ${args.join(' ')}`,
    date: new Date().toISOString().slice(0, 10),
    seed: values.seed,
    households,
    machine,
  });
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${linesOf(report).join('\n')}\n`);
  return outcome.wrong.length === 0 ? 0 : 1;
}
