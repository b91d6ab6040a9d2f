import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { QueueDeclaration } from './queue.ts';
import { serveSqs } from './test-server.ts';

let server: Awaited<ReturnType<typeof serveSqs>>;
beforeAll(async () => {
  server = await serveSqs();
});
afterAll(() => server.close());

let queueNumber = 0;
const declare = (settings: Omit<QueueDeclaration, 'name'> = {}) => {
  queueNumber += 1;
  const name = `queue-${queueNumber}`;
  server.sqs.ensureQueue({ name, ...settings });
  return { name, url: server.sqs.queueUrl(name), arn: server.sqs.queue(name).arn };
};
const receive = async (QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}) => {
  const all = { MessageSystemAttributeNames: ['All' as const], MessageAttributeNames: ['All'] };
  const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...all, ...more });
  return (await server.client.send(command)).Messages ?? [];
};
const send = (QueueUrl: string, MessageBody: string, DelaySeconds?: number) =>
  server.client.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));

describe('messages', () => {
  it('carries attributes, checksums (the SDK compares them) and the receive count', async () => {
    const { url } = declare();
    const attributes = {
      text: { DataType: 'String', StringValue: 'Bình dân học vụ số' },
      bytes: { DataType: 'Binary.png', BinaryValue: new Uint8Array([0, 255, 7]) },
      count: { DataType: 'Number', StringValue: '12' },
    };
    await server.client.send(
      new SendMessageCommand({ QueueUrl: url, MessageBody: 'chào', MessageAttributes: attributes }),
    );
    const [message] = await receive(url);
    expect(message).toMatchObject({ Body: 'chào', MessageAttributes: attributes });
    expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: '1', SenderId: '000000000000' });
    expect(await receive(url)).toEqual([]);
  });

  it('gives only the attributes that are asked for', async () => {
    const { url } = declare();
    const value = { DataType: 'String', StringValue: 'x' };
    await server.client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: 'm',
        MessageAttributes: { 'a.1': value, 'a.2': value, b: value },
      }),
    );
    const [message] = await receive(url, {
      MessageSystemAttributeNames: ['SentTimestamp'],
      MessageAttributeNames: ['a.*'],
    });
    expect(Object.keys(message?.MessageAttributes ?? {})).toEqual(['a.1', 'a.2']);
    expect(Object.keys(message?.Attributes ?? {})).toEqual(['SentTimestamp']);
  });

  it('comes back after the visibility timeout, then goes to the dead-letter queue', async () => {
    const dead = declare();
    const { url, arn } = declare({
      visibilityTimeoutSeconds: 0,
      redrive: { deadLetterQueue: dead.name, maxReceiveCount: 2 },
    });
    await send(url, 'poison');
    expect((await receive(url))[0]?.Attributes?.ApproximateReceiveCount).toBe('1');
    expect((await receive(url))[0]?.Attributes?.ApproximateReceiveCount).toBe('2');
    expect(await receive(url)).toEqual([]);
    const [message] = await receive(dead.url);
    expect(message?.Body).toBe('poison');
    expect(message?.Attributes?.DeadLetterQueueSourceArn).toBe(arn);
  });

  it('stays hidden for its visibility timeout and no longer', async () => {
    const { url } = declare({ visibilityTimeoutSeconds: 1 });
    await send(url, 'again');
    const [first] = await receive(url);
    const started = performance.now();
    const [second] = await receive(url, { WaitTimeSeconds: 5 });
    const waited = performance.now() - started;
    expect(second?.MessageId).toBe(first?.MessageId);
    expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);
    expect(waited).toBeGreaterThan(900);
    expect(waited).toBeLessThan(3000);
  });

  it('is visible at once when its visibility timeout is set to 0', async () => {
    const { url } = declare();
    await send(url, 'v');
    const [message] = await receive(url);
    await server.client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    expect(await receive(url)).toHaveLength(1);
  });

  it('honours DelaySeconds of the message and of the queue', async () => {
    const { url } = declare({ delaySeconds: 900 });
    await send(url, 'queue delay');
    await send(url, 'own delay', 1);
    expect(await receive(url)).toEqual([]);
    const [message] = await receive(url, { WaitTimeSeconds: 5 });
    expect(message?.Body).toBe('own delay');
  });

  it('wakes a long poll when a message arrives', async () => {
    const { name, url } = declare();
    const polled = server.sqs.receive(name, { waitMs: 20_000 });
    const started = performance.now();
    await send(url, 'w');
    expect(await polled).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is dropped after the retention period', async () => {
    const { name, url } = declare({ retentionSeconds: 60 });
    await send(url, 'old');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    const late = server.sqs.receive(name);
    vi.restoreAllMocks();
    expect(await late).toEqual([]);
    expect(server.sqs.peek(name, 10)).toEqual([]);
  });

  it('is deleted once only, and by an older receipt handle too', async () => {
    const { name, url } = declare({ visibilityTimeoutSeconds: 0 });
    await send(url, 'm');
    const [first] = await receive(url);
    await receive(url);
    const remove = new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: first?.ReceiptHandle });
    await server.client.send(remove);
    await server.client.send(remove);
    expect(server.sqs.peek(name, 1)).toEqual([]);
  });
});

describe('queues', () => {
  it('counts what is visible, in flight and delayed', async () => {
    const { url } = declare();
    for (const body of ['1', '2', '3']) await send(url, body);
    await send(url, 'later', 900);
    await receive(url, { MaxNumberOfMessages: 1 });
    const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] });
    expect((await server.client.send(command)).Attributes).toMatchObject({
      ApproximateNumberOfMessages: '2',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '1',
      MaximumMessageSize: '1048576',
    });
  });

  it('is purged', async () => {
    const { name, url } = declare();
    await send(url, 'm');
    await server.client.send(new PurgeQueueCommand({ QueueUrl: url }));
    expect(server.sqs.peek(name, 1)).toEqual([]);
  });

  it('redrives a dead-letter queue, except for what was sent there directly', async () => {
    const dead = declare();
    const { name, url } = declare({
      visibilityTimeoutSeconds: 0,
      redrive: { deadLetterQueue: dead.name, maxReceiveCount: 1 },
    });
    await send(url, 'failed');
    await receive(url);
    await receive(url);
    await send(dead.url, 'direct');
    const start = (SourceArn: string) => server.client.send(new StartMessageMoveTaskCommand({ SourceArn }));
    await start(dead.arn);
    expect(server.sqs.peek(name, 10)).toMatchObject([{ body: 'failed', receiveCount: 0 }]);
    expect(server.sqs.peek(dead.name, 10)).toMatchObject([{ body: 'direct' }]);
    const list = new ListMessageMoveTasksCommand({ SourceArn: dead.arn });
    expect((await server.client.send(list)).Results).toMatchObject([
      {
        Status: 'FAILED',
        ApproximateNumberOfMessagesMoved: 1,
        FailureReason: 'CouldNotDetermineMessageSource',
      },
    ]);
    await expect(start(declare().arn)).rejects.toThrow('Dead Letter Queue');
  });

  it('names the action and the queue for the access decision', () => {
    const { url, arn } = declare();
    expect(server.sqs.accessOf('SendMessageBatch', { QueueUrl: url })).toEqual({
      action: 'sqs:SendMessage',
      arn,
    });
    expect(server.sqs.accessOf('ListQueues', {})).toEqual({ action: 'sqs:ListQueues', arn: '*' });
  });
});
