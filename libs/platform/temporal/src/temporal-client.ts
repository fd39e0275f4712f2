import { Client, Connection } from '@temporalio/client';
import { payloadRules } from './payload-rules';

export interface TemporalAddress {
  /** `host:port` of the frontend. */
  address: string;
  namespace: string;
}

/**
 * A client that connects when it is first used and again whenever the server comes back, within a second rather than the two
 * minutes that gRPC allows itself. A service starts, and commits decisions, while Temporal is away.
 */
export function temporalClient({ address, namespace }: TemporalAddress): Client {
  const connection = Connection.lazy({
    address,
    // Whoever calls repeats; the package's own repetition cannot be stopped and outlives a closed connection.
    interceptors: [],
    channelArgs: {
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1_000,
      'grpc.keepalive_time_ms': 15_000,
      'grpc.keepalive_timeout_ms': 5_000,
    },
  });
  return new Client({ connection, namespace, dataConverter: { payloadCodecs: [payloadRules] } });
}
