import type { Caller } from '@jingzhun/access';
import DataLoader from 'dataloader';

const loaders = new WeakMap<Caller, WeakMap<object, unknown>>();

/**
 * The loader of `owner` (a repository or resolver) for this caller: keys asked for in one tick become one call of `load`. A
 * caller object lives for one request and one rule, so nothing is shared between requests or between scopes.
 */
export function loaderFor<Key, Value>(
  caller: Caller,
  owner: object,
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): DataLoader<Key, Value | undefined> {
  const ofCaller = loaders.get(caller) ?? new WeakMap<object, unknown>();
  loaders.set(caller, ofCaller);
  const known = ofCaller.get(owner) as DataLoader<Key, Value | undefined> | undefined;
  if (known) return known;
  const loader = new DataLoader<Key, Value | undefined>(async (keys) => {
    const found = await load(keys);
    return keys.map((key) => found.get(key));
  });
  ofCaller.set(owner, loader);
  return loader;
}
