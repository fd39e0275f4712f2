import type { CommandSink, Delivery } from '../command-channel';

/** Stands in for Temporal where the point is the channel: notes what came, in order, and how much at once. */
export class RecordingSink implements CommandSink {
  readonly delivered: Delivery[] = [];
  readonly attempts: Delivery[] = [];
  most = 0;
  private current = 0;
  /** What happens to a delivery before it is acknowledged. */
  before: (delivery: Delivery) => Promise<void> = () => Promise.resolve();

  async deliver(delivery: Delivery): Promise<void> {
    this.attempts.push(delivery);
    this.current += 1;
    this.most = Math.max(this.most, this.current);
    try {
      await this.before(delivery);
      this.delivered.push(delivery);
    } finally {
      this.current -= 1;
    }
  }

  to(workflowId: string): Delivery[] {
    return this.delivered.filter((delivery) => delivery.workflowId === workflowId);
  }
}
