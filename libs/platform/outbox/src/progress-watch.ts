import type { PartitionProgress } from './consumer-progress';

/**
 * Tells when messages of a partition wait and none of them is taken. Each partition is watched for itself: the others may
 * well go on.
 */
export class ProgressWatch {
  private readonly moved = new Map<string, { next: number; at: number }>();

  constructor(private readonly stuckAfter: number) {}

  /**
   * @returns whether anything was taken since the last look, or nothing waits.
   * @throws when a partition has not moved for too long.
   */
  look(partitions: PartitionProgress[], now: number): boolean {
    let moves = false;
    for (const { place, waiting, next } of partitions) {
      const before = this.moved.get(place);
      if (before && waiting > 0 && next === before.next) {
        if (now - before.at >= this.stuckAfter)
          throw new Error(`no progress on ${place} for ${now - before.at} ms while ${waiting} messages wait`);
      } else {
        moves ||= before !== undefined && next !== before.next;
        this.moved.set(place, { next, at: now });
      }
    }
    return moves || partitions.every(({ waiting }) => waiting === 0);
  }
}
