import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RealArea {
  code: string;
  name: string;
  level: 'county' | 'township' | 'village';
  parentCode: string;
  kind: string;
}

const file = join(__dirname, '..', '..', 'data', 'luocheng-areas.csv');

/** The county, its townships and the 137 village-level units of the 2015 campaign, in the order of their codes. */
export function realAreas(): RealArea[] {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return rows
    .map((row) => row.split(','))
    .filter(([, , , , , inCampaign]) => inCampaign !== 'false')
    .map(([code = '', name = '', level = '', parentCode = '', kind = '']) => ({
      code,
      name,
      level: level as RealArea['level'],
      parentCode,
      kind,
    }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
