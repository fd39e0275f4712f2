/** `node --require` hook: lets a spec start one of our TypeScript files as a process of its own, without a build. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const { exclude, sourceMaps, ...settings } = JSON.parse(readFileSync(join(__dirname, '../../../../.swcrc'), 'utf8'));

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, filename, swcrc: false });
  module._compile(code, filename);
};
