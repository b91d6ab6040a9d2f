import { expect, test } from 'vitest';
import { accept, reject } from '../domain/rejection.ts';
import { type FactChanges, factsOf } from '../domain/test-plans.ts';
import { type RecordingTools, recordingExaminer } from './examine-recording.ts';
import type { Found } from './examine-upload.ts';

/** What the examiner says of a file of so many bytes of which the probe found this. */
function examine(bytes: number, changes: FactChanges) {
  const probe = async () => accept(factsOf(changes));
  const tools = { engine: { version: 'engine/1', probe } } as unknown as RecordingTools;
  const found = { source: { size: bytes }, identified: { isLoose: false } } as unknown as Found;
  return recordingExaminer(tools)(found);
}

test('a recording whose sound nobody could make in time is refused before anything is encoded', async () => {
  const long = { endsAt: 4 * 3600 };
  expect(await examine(32e9, long)).toEqual({ ok: false, rejection: { code: 'TOO_LONG' } });
  expect(await examine(32e9, { ...long, without: 'sound' })).toMatchObject({ ok: true });
  expect(await examine(24e9, { endsAt: 3 * 3600 })).toMatchObject({ ok: true, value: { kind: 'video' } });
});

test('what a look finds to be of no use is refused by its code, and nothing is stored', async () => {
  const remux = async () => ({ ok: true, value: reject('CODEC') }) as const;
  const tools = { engine: { version: 'engine/1', remux } } as unknown as RecordingTools;
  const identified = { isLoose: true, container: 'mpegts' };
  const found = { recording: { assetId: 'a' }, source: { size: 9 }, identified } as unknown as Found;
  expect(await recordingExaminer(tools)(found)).toEqual({ ok: false, rejection: { code: 'CODEC' } });
});
