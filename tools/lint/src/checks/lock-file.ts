/**
 * A lock file with download addresses would tie every clone to one machine's registry; without them npm asks the
 * registry that the reader has configured.
 */
export function downloadAddresses(lockFile: string): string[] {
  const addresses = [...lockFile.matchAll(/^\s*"resolved":\s*"((?:https?|git\+ssh|git):[^"]*)"/gm)];
  if (addresses.length === 0) return [];
  return [
    `package-lock.json: ${addresses.length} download addresses, the first ${hostOf(addresses[0]?.[1] ?? '')}. Run npm install with the repository's .npmrc, which omits them.`,
  ];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
