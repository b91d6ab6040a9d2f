import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSqs } from './test-server.ts';

let server: Awaited<ReturnType<typeof serveSqs>>;
let url = '';
beforeAll(async () => {
  server = await serveSqs();
  server.sqs.ensureQueue({ name: 'limits' });
  url = server.sqs.queueUrl('limits');
});
afterAll(() => server.close());
const send = (MessageBody: string) =>
  server.client.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));

describe('limits', () => {
  it('takes 1 MiB with attributes and refuses a byte more', async () => {
    await send('x'.repeat(1_048_576));
    await expect(send('x'.repeat(1_048_577))).rejects.toThrow('shorter than 1048576 bytes');
    const tooMuch = new SendMessageCommand({
      QueueUrl: url,
      MessageBody: 'x'.repeat(1_048_576 - 7),
      MessageAttributes: { a: { DataType: 'String', StringValue: 'x' } },
    });
    await expect(server.client.send(tooMuch)).rejects.toThrow('shorter than');
  });

  it.each([
    ['a FIFO queue', { name: 'f.fifo' }, 'FIFO'],
    ['an odd name', { name: 'a b' }, 'letters'],
    ['too long a delay', { name: 'd', delaySeconds: 901 }, 'delaySeconds'],
    ['no receives', { name: 'd', redrive: { deadLetterQueue: 'x', maxReceiveCount: 0 } }, 'maxReceiveCount'],
  ])('refuses to declare %s', (_, declaration, reason) => {
    expect(() => server.sqs.ensureQueue(declaration)).toThrow(reason);
  });

  it('refuses what it does not offer, by name', async () => {
    const create = server.client.send(new CreateQueueCommand({ QueueName: 'x' }));
    await expect(create).rejects.toMatchObject({ name: 'UnsupportedOperation', message: /CreateQueue/ });
    const grouped = new SendMessageCommand({
      QueueUrl: url,
      MessageBody: 'm',
      MessageDeduplicationId: 'd',
    });
    await expect(server.client.send(grouped)).rejects.toThrow('MessageDeduplicationId');
  });

  it('refuses an unknown queue and a wrong secret', async () => {
    const missing = server.client.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }));
    await expect(missing).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    const stranger = server.connect('another secret');
    await expect(stranger.send(new ListQueuesCommand({}))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });
});

describe('batches', () => {
  it('reports the entries that fail beside those that do not', async () => {
    server.sqs.ensureQueue({ name: 'partial' });
    const queueUrl = server.sqs.queueUrl('partial');
    const sent = await server.client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: [
          { Id: '1', MessageBody: 'a' },
          { Id: '2', MessageBody: 'b\u0000' },
          { Id: '3', MessageBody: 'c' },
        ],
      }),
    );
    expect(sent.Successful?.map((s) => s.Id)).toEqual(['1', '3']);
    expect(sent.Failed).toMatchObject([{ Id: '2', Code: 'InvalidMessageContents', SenderFault: true }]);
    const receive = new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 });
    const messages = (await server.client.send(receive)).Messages ?? [];
    const deleted = await server.client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: [
          { Id: 'x', ReceiptHandle: messages[0]?.ReceiptHandle },
          { Id: 'y', ReceiptHandle: 'garbage' },
        ],
      }),
    );
    expect(deleted.Successful?.map((s) => s.Id)).toEqual(['x']);
    expect(deleted.Failed).toMatchObject([{ Id: 'y', Code: 'ReceiptHandleIsInvalid' }]);
  });

  it.each([
    ['EmptyBatchRequest', []],
    ['BatchEntryIdsNotDistinct', ['1', '1']],
    ['InvalidBatchEntryId', ['a b']],
    ['TooManyEntriesInBatchRequest', Array.from({ length: 11 }, (_, i) => String(i))],
  ])('refuses a batch with %s', async (name, ids) => {
    const Entries = ids.map((Id) => ({ Id, MessageBody: 'm' }));
    const command = new SendMessageBatchCommand({ QueueUrl: url, Entries });
    await expect(server.client.send(command)).rejects.toMatchObject({ name });
  });
});
