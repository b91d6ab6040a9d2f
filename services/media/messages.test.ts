import { expect, test } from 'vitest';
import { UNSAID } from './domain/asset-metadata.ts';
import { soundTrackOf } from './messages.ts';

test.each([
  ['km', { language: 'km', name: 'ភាសាខ្មែរ' }],
  ['lo', { language: 'lo', name: 'lo' }],
])('the sound of a recording that is spoken in %s is announced as that', (language, track) => {
  expect(soundTrackOf({ ...UNSAID, language })).toEqual(track);
});

test('and as Vietnamese where nobody was asked', () => {
  expect(soundTrackOf(undefined)).toEqual({ language: 'vi', name: 'Tiếng Việt' });
});
