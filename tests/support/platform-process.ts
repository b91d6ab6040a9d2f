import { startCloud } from '../../local/cloud.ts';
import { ASSEMBLY } from './built-platform.ts';
import { flowClock, placeOf } from './platform.ts';

/**
 * A platform in a process of its own, so that a test can kill it: `node platform-process.ts <data folder> <port>`.
 * Says how to reach it in one line of JSON once it answers.
 */
const [data = '', port = ''] = process.argv.slice(2);
const cloud = await startCloud({ assembly: ASSEMBLY, data, port: Number(port), clock: flowClock });
console.log(JSON.stringify(placeOf(cloud)));
