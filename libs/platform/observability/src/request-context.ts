import { AsyncLocalStorage } from 'node:async_hooks';

/** What the log lines of one piece of work have in common. Identifiers only, never a name, number or address of a person. */
export interface RequestContext {
  requestId: string;
  accountId?: string;
  caseId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** Runs `work` so that everything logged in it carries `context`. */
  run<T>(context: RequestContext, work: () => T): T {
    return storage.run(context, work);
  },
  get(): RequestContext | undefined {
    return storage.getStore();
  },
};
