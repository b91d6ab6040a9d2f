import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { AwsError } from './aws-error.ts';
import { handleJsonProtocol } from './json-protocol.ts';

const service = {
  call: (operation: string, input: Record<string, unknown>): unknown => {
    if (operation === 'Echo') return Promise.resolve({ input });
    if (operation === 'Nothing') return undefined;
    if (operation === 'Fail') throw new AwsError('NoSuchThing', 'No such thing', { Thing: 'x' }, 404);
    throw new TypeError('bug');
  },
};
const handle = async (target: string | undefined, body: string, onBug?: (error: unknown) => void) => {
  const request = { target, contentType: 'application/x-amz-json-1.1' };
  const response = await handleJsonProtocol(service, request, Buffer.from(body), onBug ? { onBug } : {});
  return { ...response, json: JSON.parse(response.body.toString()) as unknown };
};

test('the operation is called with the body, and answered with its checksum', async () => {
  const { status, headers, body, json } = await handle('Service_20260101.Echo', '{"a":1}');
  expect({ status, json }).toEqual({ status: 200, json: { input: { a: 1 } } });
  expect(headers).toMatchObject({
    'content-type': 'application/x-amz-json-1.1',
    'content-length': String(body.length),
    'x-amz-crc32': String(crc32(body)),
  });
  expect(await handle('Service.Nothing', '')).toMatchObject({ status: 200, json: {} });
});

test('an error of the API keeps its status, name and members', async () => {
  expect(await handle('Service.Fail', '{}')).toMatchObject({
    status: 404,
    json: { __type: 'NoSuchThing', message: 'No such thing', Thing: 'x' },
  });
});

test.each(['{', '[]', '"text"'])('the body %s is refused', async (body) => {
  expect(await handle('Service.Echo', body)).toMatchObject({
    status: 400,
    json: { __type: 'SerializationException' },
  });
});

test('a bug is answered with 500 and reported', async () => {
  const bugs: unknown[] = [];
  expect(await handle(undefined, '{}', (error) => bugs.push(error))).toMatchObject({
    status: 500,
    json: { __type: 'InternalServerError' },
  });
  expect(bugs).toEqual([new TypeError('bug')]);
});
