import { bundleWorkflowCode } from '@temporalio/worker';

/**
 * The code of the workflows as one script for the sandbox, which evaluates it for every case: what is bundled must be small.
 * Fails when anything in it needs Node.
 *
 * `workflowsPath` is the module whose exports are the workflow types. If it is TypeScript, as in specs, our other packages are
 * taken from their sources as well, else from their build.
 */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const conditionNames = workflowsPath.endsWith('.ts') ? ['source', '...'] : ['...'];
  const said: string[] = [];
  try {
    const { code } = await bundleWorkflowCode({
      workflowsPath,
      logger: { ...quiet, error: (message: string) => said.push(message) },
      webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames } }),
    });
    return code;
  } catch (error) {
    throw new Error(['The workflows cannot be bundled.', ...said, String(error)].join('\n'), { cause: error });
  }
}

const silent = () => undefined;

/** Webpack's report is only worth reading when it failed; then it is part of the error. */
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: silent };
