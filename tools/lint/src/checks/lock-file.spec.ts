import { downloadAddresses } from './lock-file';

const entry = (resolved: string) => JSON.stringify({ packages: { 'node_modules/a': { resolved } } }, null, 2);

describe('the lock file', () => {
  it('may not hold download addresses', () => {
    expect(downloadAddresses(entry('https://registry.example/a/-/a-1.0.0.tgz'))).toEqual([
      expect.stringMatching(/1 download addresses, the first registry\.example\./),
    ]);
  });

  it('may name the workspace folders that it links', () => {
    expect(downloadAddresses(entry('libs/kernel'))).toEqual([]);
  });
});
