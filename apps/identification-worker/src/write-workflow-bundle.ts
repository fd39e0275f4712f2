import { writeFile } from 'node:fs/promises';
import { bundleWorkflows } from '@jingzhun/temporal';
import { workflowBundlePath } from './bundle-path';

/** The last step of the build. Fails the build when workflow code needs anything the sandbox does not have. */
async function main(): Promise<void> {
  await writeFile(workflowBundlePath, await bundleWorkflows(require.resolve('@jingzhun/identification-workflows')));
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
