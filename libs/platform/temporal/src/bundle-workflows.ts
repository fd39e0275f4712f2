import { bundleWorkflowCode } from '@temporalio/worker';

/**
 * The code of the workflows as one script for the sandbox. Fails when anything in it needs Node. Our workflow modules keep no
 * state of their own, so they are evaluated once for a worker instead of once for each case.
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
      preloadModules: [workflowsPath],
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
