import { random } from '@jingzhun/county';
import type { entrySheet } from '@jingzhun/identification-rules';
import type { RowToWrite } from '@jingzhun/workbook';

type EntryValues = RowToWrite<typeof entrySheet>;

type Result = Pick<EntryValues, 'total' | 'vetoed' | 'vetoReason'>;

/** Rows of the entry sheet, one after the other, filled in with `result` or left open; the same seed gives the same. */
export function* entryRows(seed: string, households: number, result: Result = {}): Generator<EntryValues> {
  const chance = random(seed, 'entry rows');
  const surnames = [...'罗银吴谢潘梁周韦张黄'];
  const given = [...'强军勇斌辉英梅兰秀芳'];
  for (let index = 0; index < households; index += 1) {
    const group = String(451225100201001 + Math.floor(index / 32));
    yield {
      number: group + String((index % 32) + 1).padStart(4, '0'),
      head: chance.pick(surnames) + chance.pick(given) + chance.pick(given),
      village: `第${Math.floor(index / 400) + 1}村`,
      group: `第${(Math.floor(index / 32) % 12) + 1}村民小组`,
      version: 7,
      ...result,
    };
  }
}
