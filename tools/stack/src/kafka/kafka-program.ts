import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../bootstrap/programs.cjs';
import { cachedProgram } from '../build/cached-program';
import { runTool } from '../build/run-tool';
import { fillTemplate } from '../build/template';
import { answers, freePort } from '../run/ports';
import type { Program } from '../run/program';
import type { RunFolder } from '../run/run-folder';

/** The folder of the broker's jars, fetched by Maven the first time; a jar with a wrong checksum is refused. */
export function kafkaJars(): Promise<string> {
  return cachedProgram('kafka', async (folder) => {
    const args = ['--quiet', '--batch-mode', '--strict-checksums', 'dependency:copy-dependencies'];
    await runTool('mvn', [...args, `-DoutputDirectory=${folder}`], {
      workingFolder: join(workspace, 'infra/kafka'),
      missing: 'Maven is missing: install it and try again.',
    });
  });
}

/** One broker that is its own controller, with its data in the run folder. */
export async function kafkaProgram(run: RunFolder, durable: boolean): Promise<{ program: Program; brokers: string }> {
  const classPath = join(await kafkaJars(), '*');
  const [port, controllerPort] = [await freePort(), await freePort()];
  const data = join(run.path, 'kafka');
  const settings = run.write(
    'kafka.properties',
    fillTemplate('kafka/server.properties', { port, controllerPort, data }),
  );
  const logging = `-Dlog4j2.configurationFile=${join(workspace, 'infra/kafka/log4j2.properties')}`;
  const environment = { PATH: process.env.PATH ?? '' };
  const program: Program = {
    kind: 'kafka',
    command: 'java',
    // For a few hundred messages a second the quick compiler and the serial collector are enough: the broker is up in
    // 2.5 s instead of 4.1, for half the CPU, and leaves the cores to others.
    args: [
      '-Xmx384m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      logging,
      '-cp',
      classPath,
      'kafka.Kafka',
      settings,
    ],
    environment,
    workingFolder: run.path,
    tier: 1,
    stopSignal: durable ? 'SIGTERM' : 'SIGKILL',
    readyWithinMs: 120_000,
    prepare: () => formatStorage(data, ['-Xmx128m', logging, '-cp', classPath], settings, environment),
    isReady: () => answers('127.0.0.1', port),
  };
  return { program, brokers: `127.0.0.1:${port}` };
}

async function formatStorage(data: string, java: string[], settings: string, environment: Record<string, string>) {
  if (existsSync(join(data, 'meta.properties'))) return;
  // With "=", because one random name in sixty-four begins with a hyphen.
  const cluster = `--cluster-id=${randomBytes(16).toString('base64url')}`;
  await runTool('java', [...java, 'kafka.tools.StorageTool', 'format', cluster, '--config', settings], {
    workingFolder: '/',
    environment,
    missing: 'Java is missing: install a JDK of version 17 or newer and try again.',
  });
}
