import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { programFolder } from '../../bootstrap/programs.cjs';
import { cachedProgram } from './cached-program';

describe('a program of the cache', () => {
  const usual = process.env.XDG_CACHE_HOME;
  beforeEach(() => (process.env.XDG_CACHE_HOME = mkdtempSync(join(tmpdir(), 'jingzhun-cache-spec-'))));
  afterEach(() => {
    rmSync(process.env.XDG_CACHE_HOME ?? '', { recursive: true });
    if (usual === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = usual;
  });

  it('is built once when two want it at the same time', async () => {
    let builds = 0;
    const build = async (folder: string) => {
      builds += 1;
      await new Promise(setImmediate);
      writeFileSync(join(folder, 'server'), 'binary');
    };
    const folders = await Promise.all([cachedProgram('kafka', build), cachedProgram('kafka', build)]);
    expect(builds).toBe(1);
    expect(folders[0]).toBe(folders[1]);
    expect(readFileSync(join(folders[0], 'server'), 'utf8')).toBe('binary');
  });

  it('is not there after a build that failed, and can be built again', async () => {
    const failing = cachedProgram('kafka', () => Promise.reject(new Error('no network')));
    await expect(failing).rejects.toThrow('no network');
    const folder = programFolder('kafka');
    expect(readdirSync(dirname(folder))).toEqual([]);
    await cachedProgram('kafka', () => Promise.resolve());
    expect(existsSync(folder)).toBe(true);
  });

  it('is built although a dead builder left its lock', async () => {
    const folder = programFolder('kafka');
    mkdirSync(dirname(folder), { recursive: true });
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: process.pid, startTime: 'another life' }));
    await cachedProgram('kafka', () => Promise.resolve());
    expect(readdirSync(dirname(folder)).map((name) => join(dirname(folder), name))).toEqual([folder]);
  });
});
