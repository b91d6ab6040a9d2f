import { serveS3 } from './test-server.ts';

// Run by crash.test.ts as a process of its own, to be killed: serves one folder and says where.
const { s3, address } = await serveS3({ directory: process.argv[2] ?? '' });
s3.ensureBucket({ name: 'crash' });
process.send?.(address);
