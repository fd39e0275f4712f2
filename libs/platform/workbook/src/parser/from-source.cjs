/** `node --require` hook: compiles our TypeScript as it is loaded, for a reading process that is started from sources. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const swcrc = join(__dirname, '../../../../../.swcrc');
const { exclude, sourceMaps, ...settings } = JSON.parse(readFileSync(swcrc, 'utf8'));

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, filename, swcrc: false });
  module._compile(code, filename);
};
