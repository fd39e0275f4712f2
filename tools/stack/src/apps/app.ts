/** The processes of our own, in the order of their tiers. */
export const services = ['identification', 'organization', 'supervision'] as const;
export const fronts = ['identification-worker', 'gateway'] as const;

export type Service = (typeof services)[number];
export type App = Service | (typeof fronts)[number];

/** Variables added to those a stack gives its apps. */
export type AppEnvironments = Partial<Record<App, Record<string, string>>>;

/** How large a heap may grow, in MiB: one process that leaks falls and is started again before it takes the machine. */
export const heapLimits: Record<App, number> = {
  // Streams a county file, holds no more than a batch of it.
  identification: 768,
  organization: 384,
  supervision: 512,
  // Keeps open workflows in memory; those that do not fit are replayed.
  'identification-worker': 2048,
  gateway: 512,
};
