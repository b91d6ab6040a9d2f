import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSqs } from '../../local/sqs/test-server.ts';
import { holding } from './message-hold.ts';

let server: Awaited<ReturnType<typeof serveSqs>>;
let QueueUrl: string;
beforeAll(async () => {
  server = await serveSqs();
  server.sqs.ensureQueue({ name: 'work', visibilityTimeoutSeconds: 3600 });
  QueueUrl = server.sqs.queueUrl('work');
});
afterAll(() => server.close());

const take = async (WaitTimeSeconds = 0) =>
  (await server.client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }))).Messages ?? [];

test('a message stays hidden while it is worked on, and comes back soon after its worker died', async () => {
  await server.client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
  const [message] = await take();
  const held = { QueueUrl, ReceiptHandle: message?.ReceiptHandle ?? '' };
  const died = holding(
    server.client,
    held,
    // Longer than the hold, which is renewed meanwhile.
    async () => {
      expect(await take(2)).toEqual([]);
      throw new Error('died');
    },
    { seconds: 1, everyMs: 200 },
  );
  await expect(died).rejects.toThrow('died');
  expect(await take(5)).toHaveLength(1);
});

test('work goes on when its message cannot be held', async () => {
  const lost = { QueueUrl, ReceiptHandle: 'of another queue' };
  expect(await holding(server.client, lost, async () => 'done')).toBe('done');
});
