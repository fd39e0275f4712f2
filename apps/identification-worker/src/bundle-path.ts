import { join } from 'node:path';

/** The workflows as one script, written by the build so that the worker starts without a bundler. */
export const workflowBundlePath = join(__dirname, 'workflow-bundle.js');
