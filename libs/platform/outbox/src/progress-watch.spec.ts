import { ProgressWatch } from './progress-watch';

describe('the watch over a consumer', () => {
  const one = (waiting: number, next: number) => ({ place: 'identification/0', waiting, next });
  const other = (waiting: number, next: number) => ({ place: 'identification/1', waiting, next });

  it('is content while messages are taken, however many wait', () => {
    const watch = new ProgressWatch(1_000);
    expect(watch.look([one(90, 10)], 0)).toBe(false);
    for (let look = 1; look < 10; look += 1) expect(watch.look([one(90, 10 + look)], look * 900)).toBe(true);
  });

  it('is content while nothing waits, however long', () => {
    const watch = new ProgressWatch(1_000);
    for (let look = 0; look < 10; look += 1) expect(watch.look([one(0, 10)], look * 5_000)).toBe(true);
  });

  it('raises the alarm when messages wait and none is taken', () => {
    const watch = new ProgressWatch(1_000);
    watch.look([one(5, 10)], 0);
    expect(watch.look([one(6, 10)], 900)).toBe(false);
    expect(() => watch.look([one(7, 10)], 1_000)).toThrow(
      'no progress on identification/0 for 1000 ms while 7 messages wait',
    );
  });

  it('raises the alarm for one partition although the others go on', () => {
    const watch = new ProgressWatch(1_000);
    for (let look = 0; look < 4; look += 1) watch.look([one(5, look), other(5, 10)], look * 300);
    expect(() => watch.look([one(5, 4), other(5, 10)], 1_200)).toThrow('identification/1');
  });

  it('counts from the moment messages began to wait', () => {
    const watch = new ProgressWatch(1_000);
    watch.look([one(0, 10)], 0);
    watch.look([one(0, 10)], 5_000);
    expect(watch.look([one(1, 10)], 5_900)).toBe(false);
  });
});
