import { deadlines } from './scenarios/deadlines';
import { objections } from './scenarios/objections';
import { rights } from './scenarios/rights';
import { threeVillages, type ThreeVillages } from './testing/three-villages-stack';

/** How long a campaign day lasts: a minute for the visit, six seconds for the shortest deadline. */
const dayMilliseconds = 3_000;

describe('three villages on the whole stack', () => {
  let world: ThreeVillages;
  beforeAll(async () => {
    world = await threeVillages(dayMilliseconds);
  }, 120_000);
  afterAll(() => world?.close(), 60_000);

  rights(() => world);
  deadlines(() => world, dayMilliseconds);
  objections(() => world, dayMilliseconds);
});
