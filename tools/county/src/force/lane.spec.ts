import { Lane } from './lane';

describe('a lane', () => {
  it('lets no more people act at once than it is wide, and everybody in their turn', async () => {
    const lane = new Lane(2);
    const begun: number[] = [];
    let acting = 0;
    let most = 0;
    const act = (who: number) =>
      lane.through(async () => {
        begun.push(who);
        most = Math.max(most, ++acting);
        await Promise.resolve();
        acting -= 1;
      });
    await Promise.all([1, 2, 3, 4, 5].map(act));
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('gives the place on when somebody fails', async () => {
    const lane = new Lane(1);
    await expect(lane.through(() => Promise.reject(new Error('fell ill')))).rejects.toThrow('fell ill');
    expect(await lane.through(() => Promise.resolve('next'))).toBe('next');
  });
});
