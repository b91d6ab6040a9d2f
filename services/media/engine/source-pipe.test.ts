import { once } from 'node:events';
import { duplexPair } from 'node:stream';
import { expect, test } from 'vitest';
import { serveSources } from './source-pipe.ts';

function request(start: number, bytes: number, source = 0): Buffer {
  const asked = Buffer.alloc(16);
  asked.writeUInt32BE(source, 0);
  asked.writeBigUInt64BE(BigInt(start), 4);
  asked.writeUInt32BE(bytes, 12);
  return asked;
}

/** A served pipe, and the most reads that its source had under way at one time. */
function served() {
  const [child, parent] = duplexPair();
  let atOnce = 0;
  const seen = { reads: 0, most: 0 };
  const source = {
    size: 1000,
    read: async (start: number, end: number) => {
      seen.reads += 1;
      atOnce += 1;
      seen.most = Math.max(seen.most, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return Buffer.alloc(end - start, start);
    },
  };
  return { child, parent, seen, ...serveSources(parent, [source]) };
}

test('stretches that are asked for together come one after the other', async () => {
  const { child, seen, faults } = served();
  child.write(Buffer.concat([request(1, 2), request(3, 4)]));
  let answer = Buffer.alloc(0);
  while (answer.length < 14) {
    const [data] = (await once(child, 'data')) as [Buffer];
    answer = Buffer.concat([answer, data]);
  }
  expect([...answer]).toEqual([0, 0, 0, 2, 1, 1, 0, 0, 0, 4, 3, 3, 3, 3]);
  expect([seen, faults]).toEqual([{ reads: 2, most: 1 }, []]);
});

test('a child that asks without end is answered no more, and nothing is kept for it', async () => {
  const { child, parent, seen } = served();
  for (let times = 0; times < 1000; times += 1) child.write(Buffer.alloc(1600));
  await once(parent, 'close');
  expect(parent.destroyed).toBe(true);
  expect(seen.most).toBeLessThanOrEqual(1);
  expect(seen.reads).toBeLessThanOrEqual(2);
});
