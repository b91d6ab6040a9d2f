import { untilAskedToEnd } from '../lifetime.ts';

/** Stands for `npm start` in tests of its end: says that it is there, then waits to be asked to leave. */
const asked = untilAskedToEnd();
const open = setInterval(() => {}, 1000);
console.log(`ready ${process.pid}`);
console.log(`ended: ${await asked}`);
clearInterval(open);
process.exit(0);
