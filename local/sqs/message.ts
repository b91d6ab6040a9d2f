import { createHash } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';

/** A message attribute as the JSON protocol carries it; `BinaryValue` is base64. */
type MessageAttribute = {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: string | undefined;
};
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** A received message as the JSON protocol answers it (ReceiveMessage, API reference). */
export type Message = {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly MessageAttributes: MessageAttributes;
};

const MOST_ATTRIBUTES = 10;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters that SQS refuses
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export const md5 = (data: string | Buffer): string => createHash('md5').update(data).digest('hex');

const invalid = (message: string) => new AwsError('InvalidParameterValue', message);

const bytesOf = (value: MessageAttribute): Buffer =>
  value.BinaryValue === undefined ? Buffer.from(value.StringValue ?? '') : decodeBinary(value.BinaryValue);

const decodeBinary = (base64: string): Buffer => Buffer.from(base64, 'base64');

/**
 * The MD5 that the SDK compares: per attribute in name order, each of name, type and value with its length
 * as 4 bytes, the value preceded by 1 (string) or 2 (binary). Undefined without attributes.
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const withLength = (data: Buffer): Buffer[] => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return [length, data];
  };
  const parts = names.flatMap((name) => {
    const value = attributes[name];
    if (!value) return [];
    const kind = Buffer.from([value.BinaryValue === undefined ? 1 : 2]);
    return [
      ...withLength(Buffer.from(name)),
      ...withLength(Buffer.from(value.DataType)),
      kind,
      ...withLength(bytesOf(value)),
    ];
  });
  return md5(Buffer.concat(parts));
}

/** Bytes of a message as SQS counts them: the body and the name, type and value of each attribute. */
export const messageBytes = (body: string, attributes: MessageAttributes): number =>
  Object.entries(attributes).reduce(
    (sum, [name, value]) =>
      sum + Buffer.byteLength(name) + Buffer.byteLength(value.DataType) + bytesOf(value).length,
    Buffer.byteLength(body),
  );

/** Throws the AwsError that SQS answers when a body or an attribute is not acceptable. */
export function checkMessage(body: string, attributes: MessageAttributes, maximumBytes: number): void {
  if (body === '')
    throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (messageBytes(body, attributes) > maximumBytes)
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumBytes} bytes.`,
    );
  if (FORBIDDEN.test(body))
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    );
  const entries = Object.entries(attributes);
  if (entries.length > MOST_ATTRIBUTES)
    throw invalid(`Number of message attributes [${entries.length}] exceeds the allowed maximum [10].`);
  for (const [name, value] of entries) checkAttribute(name, value);
}

function checkAttribute(name: string, value: MessageAttribute): void {
  if (!/^(?!\.)(?!.*\.\.)[\w.-]{1,256}(?<!\.)$/.test(name) || /^(aws|amazon)\./i.test(name))
    throw invalid(`Invalid message attribute name "${name}".`);
  const type = /^(String|Number|Binary)(\..+)?$/.exec(value.DataType)?.[1];
  if (!type)
    throw invalid(`The type of message attribute '${name}' is invalid. Use Binary, Number or String.`);
  const given = type === 'Binary' ? value.BinaryValue : value.StringValue;
  if (!given)
    throw invalid(`The message attribute '${name}' must contain a non-empty value of type ${type}.`);
  if (type === 'Number' && Number.isNaN(Number(given)))
    throw invalid(`Can't cast the value of message attribute '${name}' to a number.`);
}
