import { expect, test } from 'vitest';
import { bytesOf, mp4, SOUNDS } from '#shared/files/recordings.suite.ts';
import { takeChosen } from './chosen-file.ts';

type Item = Parameters<typeof takeChosen>[1];
const item = (...mediaTypes: string[]): Item => ({
  kind: 'file-answer',
  itemId: 'item',
  stem: 'Ghi âm.',
  criteria: [],
  mediaTypes,
  maxFiles: 1,
  maxBytes: 10_000,
});
/** In a preview: nothing is kept. */
const take = (bytes: Uint8Array<ArrayBuffer>, type: string, wanted: Item) =>
  takeChosen(new File([bytes], 'tệp', { type }), wanted, undefined);

test.each(SOUNDS)(
  'what %s records is taken as %s where sound is asked for, whatever the phone calls it',
  async (_, mediaType, bytes) => {
    for (const said of ['video/3gpp', 'audio/x-unheard-of', ''])
      expect(await take(bytes, said, item('audio/*'))).toMatchObject({ mediaType, bytes: bytes.length });
  },
);

test.each([
  ['a film where sound is asked for', mp4('mp42', 'vide', 'soun'), 'audio/mp4', 'audio/*'],
  ['a web page without a type', bytesOf('<!doctype html>'), '', 'audio/*'],
  ['a PDF that calls itself a sound', bytesOf('%PDF-1.7'), 'audio/mpeg', 'audio/*'],
])('%s is refused before it is sent', async (_, bytes, said, wanted) => {
  expect(await take(bytes, said, item(wanted))).toBe('type');
});

test('what is no recording is what it says it is until the service looks into it', async () => {
  expect(await take(bytesOf('PK\x03\x04'), 'image/png', item('image/*'))).toMatchObject({
    mediaType: 'image/png',
  });
});
