/**
 * One per stack, detached: holds a pipe to the supervisor and waits for it to close. The system closes it whatever the
 * supervisor died of, SIGKILL included; then everything the supervisor had started is ended.
 */
const { cleanUp } = require('./run-record.cjs');

const [folder, run] = process.argv.slice(2);
process.stdin.on('end', () => void cleanUp(folder, run));
process.stdin.on('error', () => void cleanUp(folder, run));
process.stdin.resume();
