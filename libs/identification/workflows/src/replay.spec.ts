import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflows, historyFromJson, replay } from '@jingzhun/temporal/testing';
import { scenarios } from './testing/scenarios';

const folder = join(__dirname, '../histories');
const histories = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe("today's code on the histories of cases that are already running", () => {
  let today: string;
  let planted: string;
  beforeAll(async () => {
    today = await bundleWorkflows(require.resolve('./index'));
    planted = await bundleWorkflows(require.resolve('./testing/planted-change'));
  });

  const read = (file: string) => historyFromJson(readFileSync(join(folder, file), 'utf8'));

  it('has a history of every scenario', () => {
    expect(histories).toEqual(expect.arrayContaining(Object.keys(scenarios).map((name) => `${name}.json`)));
  });

  it.each(histories)('goes on where %s stands', async (file) => {
    await expect(replay(today, read(file), file)).resolves.toBeUndefined();
  });

  it.each(histories)('is caught when a breaking change meets %s', async (file) => {
    await expect(replay(planted, read(file), file)).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });
});

describe('the bundle of the workflows', () => {
  let bundle: string;
  beforeAll(async () => {
    bundle = await bundleWorkflows(require.resolve('./index'));
  });

  it('contains no module of Node', () => {
    // A built-in that slipped in fails the bundling itself; this looks for one that was let through as an external.
    expect(bundle).not.toMatch(/require\(["'](node:|fs|path|crypto|http|net|os|child_process)/);
    expect(bundle).not.toContain('external "node:');
  });

  it('contains of our own code only the workflows and what they say to the services', () => {
    const ours = [...bundle.matchAll(/"\.\/((?:libs|apps)\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const allowed =
      /^libs\/(identification\/workflows|identification\/rules|kernel|contracts\/src\/identification\/case-messages)/;
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('does not carry the schema validator, which each case would load anew', () => {
    expect(bundle).not.toContain('node_modules/zod');
  });
});

describe('the bundling', () => {
  const place = mkdtempSync(join(tmpdir(), 'planted-built-in-'));
  beforeAll(() =>
    symlinkSync(join(require.resolve('@temporalio/workflow/package.json'), '../../..'), join(place, 'node_modules')),
  );
  afterAll(() => rmSync(place, { recursive: true }));

  it.each(['fs', 'node:fs'])('fails when a workflow needs %s', async (builtIn) => {
    const planted = join(place, 'workflows.js');
    writeFileSync(planted, `const fs = require('${builtIn}'); exports.readingCase = async () => fs.readdirSync('.');`);
    await expect(bundleWorkflows(planted)).rejects.toThrow(
      /importing the following disallowed modules|Reading from "node:fs"/,
    );
  });
});
