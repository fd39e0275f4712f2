/** Where `npm start` keeps its run: the one that `stop`, `doctor` and `reset` speak of. */
const { join } = require('node:path');
const { workspace } = require('./programs.cjs');

module.exports = { startFolder: join(workspace, '.jingzhun/start') };
