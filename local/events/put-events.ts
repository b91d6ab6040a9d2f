import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import { isObject, type JsonObject } from '../core/json.ts';

/** One entry of a PutEvents request; Time is in epoch seconds on the wire. */
const Entry = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  Time: z.number().optional(),
});
const Request = z.object({ Entries: z.array(Entry).min(1).max(10) });

type EventEntry = z.infer<typeof Entry>;
/** An entry that became an event for the named bus, or the failure that its answer carries. */
type CheckedEntry =
  | { readonly ok: true; readonly bus: string; readonly entry: EventEntry; readonly detail: JsonObject }
  | { readonly ok: false; readonly ErrorCode: string; readonly ErrorMessage: string };

/** PutEventsRequestEntry sizes are limited in total; Time counts for 14 bytes. */
const LARGEST_REQUEST_BYTES = 1 << 20;
const TIME_BYTES = 14;

const size = (entry: EventEntry): number => {
  const texts = [entry.Source ?? '', entry.DetailType ?? '', entry.Detail ?? '', ...(entry.Resources ?? [])];
  return texts.reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    entry.Time === undefined ? 0 : TIME_BYTES,
  );
};

const parseDetail = (text: string | undefined): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const failure = (ErrorCode: string, ErrorMessage: string): CheckedEntry => ({
  ok: false,
  ErrorCode,
  ErrorMessage,
});

const missing = (name: string) =>
  failure('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);

/** The entries of a request; throws ValidationException for one that AWS refuses as a whole. */
export function readEntries(input: JsonObject | Record<string, unknown>): readonly EventEntry[] {
  const request = Request.safeParse(input);
  if (!request.success)
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: ${request.error.issues[0]?.message}`,
    );
  const total = request.data.Entries.reduce((sum, entry) => sum + size(entry), 0);
  if (total > LARGEST_REQUEST_BYTES)
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  return request.data.Entries;
}

/** Checks one entry. AWS accepts an unknown bus in silence; here it fails, because it is always a wiring mistake. */
export function checkEntry(entry: EventEntry, busExists: (name: string) => boolean): CheckedEntry {
  if (!entry.Source) return missing('Source');
  if (entry.Source.startsWith('aws.'))
    return failure('NotAuthorizedForSourceException', 'Not authorized for the source.');
  if (!entry.DetailType) return missing('DetailType');
  if (!entry.Detail) return missing('Detail');
  const detail = parseDetail(entry.Detail);
  if (!detail) return failure('MalformedDetail', 'Detail is malformed.');
  const bus = (entry.EventBusName ?? 'default').split('/').at(-1) ?? '';
  if (!busExists(bus)) return failure('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
  return { ok: true, bus, entry, detail };
}
