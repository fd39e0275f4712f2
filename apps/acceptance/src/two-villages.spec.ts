import { deadlines } from './scenarios/deadlines';
import { rights } from './scenarios/rights';
import { twoVillages, type TwoVillages } from './testing/two-villages-stack';

/** How long a campaign day lasts: half a minute for the visit, a few seconds for the other stages. */
const dayMilliseconds = 1_500;

describe('two villages on the whole stack', () => {
  let world: TwoVillages;
  beforeAll(async () => {
    world = await twoVillages(dayMilliseconds);
  }, 120_000);
  afterAll(() => world?.close(), 60_000);

  rights(() => world);
  deadlines(() => world, dayMilliseconds);
});
