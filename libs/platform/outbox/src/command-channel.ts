import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { RelayChannel } from './relay';

/** How long, in milliseconds, a stopping relay waits for acknowledgements under way. */
const settlePatience = 2_000;

/** How many workflows may rest after a failure, as a multiple of those under way at once. */
const mostResting = 10;

/** Everything that waits for one workflow, in order: perhaps its start, then facts. */
export interface Delivery {
  workflowId: string;
  workflowType: string;
  /** Input of the workflow when it is to be started. */
  input?: object;
  facts: object[];
  /** Id of the last command joined in; the id of the Update. */
  commandId: string;
}

/** Where commands go. Resolves when the workflow has taken them (again, if they were repeated). */
export interface CommandSink {
  deliver(delivery: Delivery): Promise<void>;
  /** Lets go of its connection; nothing is delivered afterwards. */
  close?(): Promise<void>;
}

interface CommandRow {
  id: string;
  command_id: string;
  workflow_id: string;
  workflow_type: string;
  input: object | null;
  facts: object[] | null;
}

export interface CommandChannelOptions {
  /** Deliveries under way at once. */
  concurrency: number;
  onFailure?(workflowId: string, failures: number, error: unknown): void;
}

/**
 * Delivers commands to workflows: in order per workflow, side by side over workflows, each until it is acknowledged.
 * Rows are deleted after the acknowledgement, so a crash repeats a delivery; workflows drop what they have seen.
 *
 * After a failure the workflow rests for a while, and its place is another's: bad commands delay nobody else. When very many
 * rest, it is Temporal that is away, and it is asked again gently.
 */
export class CommandChannel implements RelayChannel {
  readonly name = 'outbox_command';
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly acknowledged = new Map<string, string[]>();
  private readonly resting = new Set<string>();
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly sink: CommandSink,
    private readonly options: CommandChannelOptions,
  ) {}

  async pump(wake: () => void): Promise<boolean> {
    await this.forgetAcknowledged();
    const { concurrency } = this.options;
    const room = this.resting.size < mostResting * concurrency ? concurrency - this.underWay.size : 0;
    // A look serves many workflows, not one after the other.
    if (room === 0 || room < concurrency / 4) return false;
    for (const rows of await this.waiting(room)) this.begin(rows, wake);
    return false;
  }

  /** What is not acknowledged within the patience is delivered again by the next relay. */
  async settle(): Promise<void> {
    await Promise.race([Promise.all(this.underWay.values()), pause(settlePatience, undefined, { ref: false })]);
    await this.forgetAcknowledged().catch(() => undefined);
  }

  private begin(rows: Waiting, wake: () => void): void {
    this.underWay.set(rows[0].workflow_id, this.send(rows, wake));
  }

  private async send(rows: Waiting, wake: () => void): Promise<void> {
    const delivery = deliveryOf(rows);
    const { workflowId } = delivery;
    try {
      await this.sink.deliver(delivery);
      this.acknowledged.set(
        workflowId,
        rows.map(({ id }) => id),
      );
      this.failures.delete(workflowId);
    } catch (error) {
      const failures = (this.failures.get(workflowId) ?? 0) + 1;
      this.failures.set(workflowId, failures);
      this.rest(workflowId, Math.min(250 * 2 ** failures, 10_000), wake);
      this.options.onFailure?.(workflowId, failures, error);
    }
    wake();
  }

  private rest(workflowId: string, milliseconds: number, wake: () => void): void {
    this.resting.add(workflowId);
    this.underWay.delete(workflowId);
    const rested = (): void => {
      this.resting.delete(workflowId);
      wake();
    };
    setTimeout(rested, milliseconds).unref();
  }

  /** Deletes and counts what was acknowledged. A workflow keeps its place until its rows are gone: nothing is sent twice. */
  private async forgetAcknowledged(): Promise<void> {
    if (this.acknowledged.size === 0) return;
    const gone = new Map(this.acknowledged);
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM outbox_command WHERE id = ANY ($1) RETURNING id)
       UPDATE outbox_sent SET sent = sent + (SELECT count(*) FROM gone) WHERE channel = 'command'`,
      [[...gone.values()].flat()],
    );
    for (const workflowId of gone.keys()) {
      this.acknowledged.delete(workflowId);
      this.underWay.delete(workflowId);
    }
  }

  /** All rows of the workflows that have waited longest and have lingered enough, by workflow; `limit` workflows at most. */
  private async waiting(limit: number): Promise<Waiting[]> {
    const rows = await this.dataSource.query<CommandRow[]>(
      `SELECT id, command_id, workflow_id, workflow_type, input, facts FROM outbox_command
        WHERE workflow_id IN (SELECT workflow_id FROM outbox_command
                               WHERE workflow_id <> ALL ($1) AND deliver_after <= clock_timestamp() ORDER BY id LIMIT $2)
        ORDER BY id`,
      [[...this.underWay.keys(), ...this.resting], limit],
    );
    const byWorkflow = new Map<string, Waiting>();
    for (const row of rows) {
      const own = byWorkflow.get(row.workflow_id);
      if (own) own.push(row);
      else byWorkflow.set(row.workflow_id, [row]);
    }
    return [...byWorkflow.values()].map(untilNextStart);
  }
}

/** Rows of one workflow, in order. */
type Waiting = [CommandRow, ...CommandRow[]];

/** A start begins a delivery of its own. */
function untilNextStart([first, ...rest]: Waiting): Waiting {
  const start = rest.findIndex(({ input }) => input);
  return [first, ...(start < 0 ? rest : rest.slice(0, start))];
}

function deliveryOf(rows: Waiting): Delivery {
  const [first] = rows;
  return {
    workflowId: first.workflow_id,
    workflowType: first.workflow_type,
    ...(first.input ? { input: first.input } : {}),
    facts: rows.flatMap((row) => row.facts ?? []),
    commandId: (rows.at(-1) ?? first).command_id,
  };
}
