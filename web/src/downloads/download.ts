import type { BodyOf } from '../api/types.ts';
import { wholePercent } from '../format/numbers.ts';
import { ownerPrefix } from '../kept/keeping.ts';
import { filesOfPaper, type KeptPaper, paperRenditions } from './kept-paper.ts';
import { isSoundAlone } from './playlist.ts';

type Playable = BodyOf<'listCourseMedia'>['media'][number];
export type Recording = Pick<
  Playable,
  'assetId' | 'title' | 'playlist' | 'poster' | 'mp4' | 'renditions' | 'captions' | 'document' | 'image'
>;

/** What a person may take along: a lesson with its recordings, or one recording. */
export type Subject = {
  /** `lesson <slug> <no>` or `recording <asset>`: the same for everybody. */
  readonly id: string;
  readonly title: string;
  /** Where it is read or watched. */
  readonly href: string;
  readonly recordings: readonly Recording[];
  readonly lesson?: { readonly slug: string; readonly lessonNo: number; readonly courseId: string };
};

export type KeptRecording = {
  readonly assetId: string;
  /** The address of the whole recording, and which rendition of it is here. */
  readonly playlist: string;
  readonly rendition: string;
  /** Of a short recording the one file that holds it, instead of a rendition's many. */
  readonly file?: string;
  readonly poster?: string;
  /** Absent from what was downloaded before there were any. */
  readonly captions?: NonNullable<Playable['captions']>;
};

/**
 * `running` also while it waits for the network or for the site to be opened again; `full`: the device has no room;
 * `failed`: a part is not to be had now; `withdrawn`: all of it was taken back, and what is left is the word of that.
 */
export type DownloadState = 'running' | 'paused' | 'full' | 'failed' | 'ready' | 'withdrawn';

/** One download as the device keeps it. */
export type Download = Pick<Subject, 'id' | 'title' | 'href' | 'lesson'> & {
  /** Whose it is, or everybody's on this device where nobody was signed in. */
  readonly key: string;
  readonly recordings: readonly KeptRecording[];
  /** Absent from what was downloaded before there were any. */
  readonly papers?: readonly KeptPaper[];
  /** All that will be fetched, in bytes, as the service told before. */
  readonly bytes: number;
  readonly doneBytes: number;
  /** Addresses on this site that belong to it, known once the playlists were read. */
  readonly files: readonly string[];
  /** Keys of the kept answers that it needs. */
  readonly answers: readonly string[];
  readonly state: DownloadState;
  /** Something of it was taken back and is not here any more. */
  readonly isLess?: true;
  /** When it was asked for, ms since 1970. */
  readonly at: number;
};

/** A way to take a subject along: with how much of its recordings, and how many bytes that is. */
export type Choice = { readonly quality: 'text' | 'sound' | 'small' | 'clear'; readonly bytes: number };

/** Lessons are text: a page of it, its course and its practice are together far below this. */
const TEXT_BYTES = 60_000;

const downloadKey = (personId: string | undefined, id: string): string => ownerPrefix(personId) + id;

/** Sharp enough for a phone at a fifth of the largest one's bytes. */
const CLEAR = ['480p', '360p', '240p'];

type Taken = {
  readonly name: string;
  readonly height?: number;
  readonly bytes: number;
  readonly file?: string;
};

/** A short recording in one file, which is clear enough and plays without the script that playlists need. */
const wholeOf = ({ mp4 }: Recording): readonly Taken[] =>
  mp4 ? [{ name: `${mp4.height}p`, height: mp4.height, bytes: mp4.bytes, file: mp4.path }] : [];

/** The smallest, and the first clear one there is; all the sizes would only make choosing harder. */
const renditionFor = (recording: Recording, quality: Choice['quality']): Taken | undefined => {
  const renditions: readonly Taken[] = [...recording.renditions, ...paperRenditions(recording)];
  const [whole] = wholeOf(recording);
  const pictures = renditions.filter(({ height }) => height !== undefined);
  if (quality === 'sound') return renditions.find(({ height }) => height === undefined);
  const [smallest] = pictures;
  if (quality === 'small') return whole && whole.bytes <= (smallest?.bytes ?? whole.bytes) ? whole : smallest;
  if (quality !== 'clear') return undefined;
  if (whole) return whole;
  return CLEAR.flatMap((size) => pictures.find(({ name }) => name === size) ?? [])[0] ?? pictures.at(-1);
};

const textBytes = ({ lesson }: Subject) => (lesson ? TEXT_BYTES : 0);

const bytesOf = (subject: Subject, quality: Choice['quality']): number =>
  subject.recordings.reduce(
    (sum, recording) => sum + (renditionFor(recording, quality)?.bytes ?? 0),
    textBytes(subject),
  );

/** The ways to take a subject along, smallest first; two that would be the same are one. */
export const choicesFor = (subject: Subject): readonly Choice[] => {
  const qualities: Choice['quality'][] = ['sound', 'small', 'clear'];
  const possible = qualities.filter((quality) =>
    subject.recordings.some((one) => renditionFor(one, quality)),
  );
  const all = possible.map((quality) => ({ quality, bytes: bytesOf(subject, quality) }));
  const different = all.filter(({ bytes }, at) => bytes !== all[at - 1]?.bytes);
  return subject.lesson ? [{ quality: 'text', bytes: textBytes(subject) }, ...different] : different;
};

/** A subject, in the way that was chosen, as a download that has just been asked for. */
export const newDownload = (
  subject: Subject,
  { quality, bytes }: Choice,
  personId: string | undefined,
  at: number,
): Download => {
  const { id, title, href, lesson } = subject;
  const recordings = subject.recordings.flatMap((recording) => {
    const rendition = renditionFor(recording, quality);
    const { assetId, playlist, poster, captions } = recording;
    return rendition && playlist
      ? [
          {
            ...{ assetId, playlist, rendition: rendition.name },
            ...(rendition.file && { file: rendition.file }),
            ...(poster && { poster }),
            ...(captions && { captions }),
          },
        ]
      : [];
  });
  const papers = subject.recordings.flatMap((recording): KeptPaper[] => {
    const rendition = recording.playlist ? undefined : renditionFor(recording, quality)?.name;
    const { assetId } = recording;
    return rendition ? [{ assetId, rendition, files: filesOfPaper(recording, rendition) }] : [];
  });
  return {
    ...{ id, title, href, recordings, papers, bytes, at },
    ...(lesson && { lesson }),
    key: downloadKey(personId, id),
    doneBytes: 0,
    files: [],
    answers: [],
    state: 'running',
  };
};

/** Files of a removed download that no other one needs. */
export const filesOnlyOf = (gone: Download, others: readonly Download[]): readonly string[] => {
  const needed = new Set(others.filter(({ key }) => key !== gone.key).flatMap(({ files }) => files));
  return gone.files.filter((file) => !needed.has(file));
};

/** All that a download has of the library, each once. */
export const materialsIn = ({ recordings, papers = [] }: Download): readonly string[] => [
  ...new Set([...recordings, ...papers].map(({ assetId }) => assetId)),
];

/** Its files among those of a download. */
export const filesOfMaterial = ({ files }: Pick<Download, 'files'>, assetId: string): readonly string[] =>
  files.filter((file) => file.startsWith(`/media/${assetId}/`));

/** What a download is without one material of so many bytes, which was taken back. A lesson still has its text. */
export const withoutMaterial = (download: Download, assetId: string, bytes: number): Download => {
  const { recordings, papers = [], files, lesson, state } = download;
  const isOther = (one: { readonly assetId: string }) => one.assetId !== assetId;
  const gone = new Set(filesOfMaterial(download, assetId));
  const left = { recordings: recordings.filter(isOther), papers: papers.filter(isOther) };
  const isEmpty = !lesson && left.recordings.length + left.papers.length === 0;
  return {
    ...download,
    ...left,
    files: files.filter((file) => !gone.has(file)),
    doneBytes: Math.max(0, download.doneBytes - bytes),
    isLess: true,
    state: isEmpty ? 'withdrawn' : state,
  };
};

/** Whole percent that is done; 100 only when all of it can be used. */
export const percentOf = ({ doneBytes, bytes, state }: Download): number =>
  state === 'ready' ? 100 : Math.min(99, wholePercent(doneBytes, bytes));

/** The recording as it lies on the device, pictures before sound alone; undefined when it is not here whole. */
export const keptRecording = (downloads: readonly Download[], assetId: string): KeptRecording | undefined => {
  const here = downloads
    .filter(({ state }) => state === 'ready')
    .flatMap(({ recordings }) => recordings.filter((one) => one.assetId === assetId));
  return here.find(({ rendition }) => !isSoundAlone(rendition)) ?? here[0];
};

/** A document or picture as it lies on the device; undefined when it is not here whole. */
export const keptPaper = (downloads: readonly Download[], assetId: string): KeptPaper | undefined =>
  downloads
    .filter(({ state }) => state === 'ready')
    .flatMap(({ papers = [] }) => papers)
    .find((one) => one.assetId === assetId);
