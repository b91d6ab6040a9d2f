import { describe, expect, it } from 'vitest';
import { commandOf, SPEEDS, speedAfter } from './keys.ts';
import { firstCaptions } from './preferences.ts';
import { type Conditions, firstChoice, qualitiesOf, sourceOf } from './source.ts';
import { thumbOf } from './storyboard.ts';
import { saidAt } from './use-tracks.ts';

const asset = {
  title: 'Bài giảng',
  playlist: '/media/A/plan/master-0.m3u8',
  renditions: [
    { name: 'audio', bytes: 1_000 },
    { name: '480p', height: 480, bytes: 9_000 },
    { name: '240p', height: 240, bytes: 4_000 },
  ],
};
const DESK = { savesData: false, shortSide: 800 };
const PHONE = { savesData: false, shortSide: 360, line: '4g' };
const short = { ...asset, mp4: { path: '/media/A/plan/lesson.mp4', bytes: 7_000, height: 360 } };

describe('what is played', () => {
  it('is the playlist, and one file where that was chosen or is all there is', () => {
    expect(sourceOf(short, 'whole')).toEqual({ kind: 'file', address: short.mp4.path });
    expect(sourceOf({ title: 'Cũ', mp4: short.mp4 }, 'auto')).toMatchObject({ address: short.mp4.path });
    expect(sourceOf(short, 'auto')).toEqual({ kind: 'list', address: asset.playlist });
    expect(sourceOf(asset, 'auto')).toEqual({ kind: 'list', address: asset.playlist });
    expect(sourceOf(short, '240p')).toEqual({ kind: 'list', address: asset.playlist, rendition: '240p' });
    expect(sourceOf(short, 'audio')).toEqual({ kind: 'list', address: '/media/A/plan/audio/index.m3u8' });
    expect(sourceOf({ title: 'Chưa có' }, 'auto')).toBeUndefined();
  });

  it('is chosen from the smallest picture up, the sound last', () => {
    expect(qualitiesOf(short, true).map(({ choice, bytes }) => [choice, bytes])).toEqual([
      ['240p', 4_000],
      ['whole', 7_000],
      ['auto', undefined],
      ['480p', 9_000],
      ['audio', 1_000],
    ]);
    expect(qualitiesOf({ title: 'Cũ', playlist: '/x' }, true)).toEqual([{ choice: 'auto' }]);
  });

  it('is no size of a picture where the browser chooses it itself', () => {
    const qualities = qualitiesOf(asset, false);
    expect(qualities.map(({ choice }) => choice)).toEqual(['auto', 'audio']);
    expect(firstChoice(qualities, '240p', { ...DESK, savesData: true })).toBe('auto');
  });

  it('begins with what was chosen before, and small where data are saved', () => {
    const qualities = qualitiesOf(asset, true);
    expect(firstChoice(qualities, '480p', { ...DESK, savesData: true })).toBe('480p');
    expect(firstChoice(qualities, '1080p', DESK)).toBe('auto');
    expect(firstChoice(qualities, undefined, { ...DESK, savesData: true })).toBe('240p');
  });

  it('begins with the one file on a phone and on a slow line, where there is one', () => {
    const begins = (of: typeof asset, where: Conditions) =>
      firstChoice(qualitiesOf(of, true), undefined, where);
    expect(begins(short, PHONE)).toBe('whole');
    expect(begins(short, { ...DESK, line: '3g' })).toBe('whole');
    expect(begins(short, { ...DESK, line: '4g' })).toBe('auto');
    expect(begins(short, DESK)).toBe('auto');
    expect(begins(asset, PHONE)).toBe('auto');
  });
});

describe('keys', () => {
  const press = (key: string, more = {}) =>
    commandOf({ key, keyCode: 0, ctrlKey: false, altKey: false, metaKey: false, ...more });

  it('means the same on a keyboard, whatever case, and on the remotes of televisions', () => {
    expect(press(' ')).toEqual({ type: 'toggle' });
    expect(press('K')).toEqual(press('k'));
    expect(press('MediaRewind')).toEqual({ type: 'skip', seconds: -10 });
    expect(press('Unidentified', { keyCode: 417 })).toEqual({ type: 'skip', seconds: 10 });
    expect(press('3')).toEqual({ type: 'share', of: 0.3 });
  });

  it('leaves the browser its own', () => {
    expect(press('c', { ctrlKey: true })).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
    expect(press('x')).toBeUndefined();
  });

  it('steps through the speeds and stays at either end', () => {
    expect(speedAfter(1, 1)).toBe(1.25);
    expect(speedAfter(1, -1)).toBe(0.75);
    expect(SPEEDS.map((speed) => speedAfter(speed, 1)).at(-1)).toBe(2);
    expect(speedAfter(0.75, -1)).toBe(0.75);
  });
});

it('captions begin as they were chosen, else in the language of the page, else in Vietnamese', () => {
  const both = [{ language: 'en' as const }, { language: 'vi' as const }];
  expect(firstCaptions(both, 'off', 'vi')).toBeUndefined();
  expect(firstCaptions(both, 'en', 'vi')).toBe('en');
  expect(firstCaptions(both, 'km', 'en')).toBe('en');
  expect(firstCaptions([{ language: 'km' }], undefined, 'en')).toBe('km');
  expect(firstCaptions([], undefined, 'vi')).toBeUndefined();
});

it('a storyboard names a piece of the picture beside it', () => {
  expect(thumbOf('/media/A/plan/storyboard.vtt', 'sprite.jpg#xywh=160,90,160,90')).toEqual({
    picture: '/media/A/plan/sprite.jpg',
    ...{ x: 160, y: 90, width: 160, height: 90 },
  });
  expect(thumbOf('/media/A/plan/storyboard.vtt', 'sprite.jpg')).toBeUndefined();
});

it('the running line is the last that has begun', () => {
  const said = [1, 3].map((from) => ({ from, to: from + 1, text: 'a' }));
  expect([0, 1, 2.5, 9].map((seconds) => saidAt(said, seconds))).toEqual([-1, 0, 0, 1]);
});
