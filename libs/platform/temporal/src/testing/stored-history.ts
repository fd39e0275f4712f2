import { temporal } from '@temporalio/proto';

const { History } = temporal.api.history.v1;
type History = temporal.api.history.v1.IHistory;

/**
 * A history as readable JSON, and back. The SDK's own pair of functions compares types of two copies of its protobuf library
 * and fails wherever npm has put one beside each of its packages, as here; these stay within one copy.
 */
export function historyToJson(history: History): string {
  const message = History.fromObject(history);
  return JSON.stringify(History.toObject(message, { longs: String, enums: String, bytes: String }), null, 2);
}

export function historyFromJson(json: string): History {
  return History.fromObject(JSON.parse(json) as Record<string, unknown>);
}
