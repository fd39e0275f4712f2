export type CachedProgramName = 'temporal-server' | 'temporal-ui' | 'kafka';

export const workspace: string;
export function cacheFolder(): string;
export function programFolder(name: CachedProgramName): string;
export function isCached(name: CachedProgramName): boolean;
