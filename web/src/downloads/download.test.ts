import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesFor, newDownload } from './choices.ts';
import {
  type Download,
  filesOnlyOf,
  keptRecording,
  materialsIn,
  percentOf,
  type Subject,
  withoutMaterial,
} from './download.ts';
import { isVisibleTo } from './shelf.ts';
import { saysTakenBack } from './withdrawn.ts';

const recording = {
  assetId: 'A',
  title: 'Bài giảng',
  playlist: '/media/A/x/master.m3u8',
  poster: '/media/A/x/poster.jpg',
  renditions: [
    { name: 'audio', bytes: 1_000 },
    { name: '240p', height: 240, bytes: 4_000 },
    { name: '480p', height: 480, bytes: 9_000 },
  ],
};
const film: Subject = { id: 'recording A', title: 'Bài giảng', href: '/x', recordings: [recording] };
const lesson: Subject = {
  ...film,
  id: 'lesson an-toan 2',
  lesson: { slug: 'an-toan', lessonNo: 2, courseId: 'C' },
};
const make = (more: Partial<Download>): Download => ({
  ...newDownload(film, { quality: 'small', bytes: 4_000 }, 'P', 1),
  ...more,
});

describe('choicesFor', () => {
  it('offers sound, small and clear with their sizes, and a lesson its text first', () => {
    expect(choicesFor(film)).toEqual([
      { quality: 'sound', bytes: 1_000 },
      { quality: 'small', bytes: 4_000 },
      { quality: 'clear', bytes: 9_000 },
    ]);
    expect(choicesFor(lesson).map(({ quality }) => quality)).toEqual(['text', 'sound', 'small', 'clear']);
    expect(choicesFor({ ...lesson, recordings: [] })).toHaveLength(1);
  });

  it('takes no larger picture for clear than a phone shows', () => {
    const renditions = [...recording.renditions, { name: '1080p', height: 1920, bytes: 90_000 }];
    const clear = choicesFor({ ...film, recordings: [{ ...recording, renditions }] }).at(-1);
    expect(clear).toEqual({ quality: 'clear', bytes: 9_000 });
  });

  it('offers one picture once, and nothing of a recording whose sizes are not known', () => {
    const one = { ...recording, renditions: recording.renditions.slice(1, 2) };
    expect(choicesFor({ ...film, recordings: [one] })).toHaveLength(1);
    expect(choicesFor({ ...film, recordings: [{ ...recording, renditions: [] }] })).toEqual([]);
  });
});

it('a download takes along the rendition that was chosen, for the person who asked', () => {
  const download = newDownload(film, { quality: 'clear', bytes: 9_000 }, 'P', 7);
  expect(download.recordings).toEqual([
    { assetId: 'A', playlist: recording.playlist, rendition: '480p', poster: recording.poster },
  ]);
  expect([isVisibleTo(download.key, 'P'), isVisibleTo(download.key, 'Q')]).toEqual([true, false]);
  const forAll = newDownload(lesson, { quality: 'text', bytes: 1 }, undefined, 7);
  expect([isVisibleTo(forAll.key, 'Q'), isVisibleTo(forAll.key, undefined)]).toEqual([true, true]);
});

it('removing one download never takes a file from another', () => {
  const files = fc.uniqueArray(fc.constantFrom('/a', '/b', '/c', '/d', '/e'));
  fc.assert(
    fc.property(files, fc.array(files), (own, theirs) => {
      const gone = make({ key: 'P gone', files: own });
      const others = theirs.map((list, at) => make({ key: `Q ${at}`, files: list }));
      const removed = filesOnlyOf(gone, [gone, ...others]);
      expect(others.some((other) => other.files.some((file) => removed.includes(file)))).toBe(false);
      expect(
        own.filter((file) => !removed.includes(file)).every((file) => theirs.flat().includes(file)),
      ).toBe(true);
    }),
  );
});

describe('a material that was taken back', () => {
  const files = ['/media/A/x/master.m3u8', '/media/AB/x/1.m4s'];

  it('is not in the download any more, and a recording of nothing else is only told of', () => {
    const less = withoutMaterial(make({ files, doneBytes: 4_000, state: 'ready' }), 'A', 3_000);
    expect(less).toMatchObject({ recordings: [], doneBytes: 1_000, isLess: true, state: 'withdrawn' });
    expect(less.files).toEqual(['/media/AB/x/1.m4s']);
    expect(materialsIn(less)).toEqual([]);
  });

  it('leaves a lesson its text, and a download what else it holds', () => {
    const { lesson: of } = lesson;
    expect(withoutMaterial(make({ files, lesson: of!, state: 'ready' }), 'A', 9_000)).toMatchObject({
      ...{ doneBytes: 0, state: 'ready', isLess: true },
    });
    const papers = [{ assetId: 'P', rendition: '640', files: [] }];
    expect(withoutMaterial(make({ papers, state: 'paused' }), 'A', 0).state).toBe('paused');
  });

  it('is so only by the word of the service', () => {
    const codes = ['not-found', 'enrolment-needed', 'sign-in-needed', 'offline', 'internal', 'try-again'];
    expect(codes.filter((code) => saysTakenBack({ code }))).toEqual(['not-found', 'enrolment-needed']);
    expect(saysTakenBack(undefined)).toBe(false);
  });
});

it('is complete only when it is ready', () => {
  expect(percentOf(make({ doneBytes: 5_000 }))).toBe(99);
  expect(percentOf(make({ state: 'ready' }))).toBe(100);
  expect(percentOf(make({ doneBytes: 0, bytes: 0 }))).toBe(0);
});

it('plays what is here whole, with pictures rather than without', () => {
  const [first] = make({}).recordings;
  const sound = make({ key: 'P s', state: 'ready', recordings: [{ ...first!, rendition: 'audio' }] });
  const small = make({ state: 'ready' });
  expect(keptRecording([sound, small], 'A')?.rendition).toBe('240p');
  expect(keptRecording([sound, { ...small, state: 'running' }], 'A')?.rendition).toBe('audio');
  expect(keptRecording([small], 'B')).toBeUndefined();
});

describe('a short recording, which has one file', () => {
  const ofOne = (bytes: number): Subject => {
    const mp4 = { path: '/media/A/x/lesson.mp4', height: 480, bytes };
    return { ...film, recordings: [{ ...recording, mp4 }] };
  };

  it('is taken along in it where its picture is clear', () => {
    const short = ofOne(9_500);
    expect(choicesFor(short).map(({ bytes }) => bytes)).toEqual([1_000, 4_000, 9_500]);
    const [kept] = newDownload(short, { quality: 'clear', bytes: 9_500 }, 'P', 7).recordings;
    expect(kept).toMatchObject({ rendition: '480p', file: '/media/A/x/lesson.mp4' });
    const [small] = newDownload(short, { quality: 'small', bytes: 4_000 }, 'P', 7).recordings;
    expect(small).not.toHaveProperty('file');
  });

  it('has no other picture to offer when the file is the smallest', () => {
    expect(choicesFor(ofOne(3_000))).toEqual([
      { quality: 'sound', bytes: 1_000 },
      { quality: 'small', bytes: 3_000 },
    ]);
  });
});
