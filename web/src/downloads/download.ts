import type { BodyOf } from '../api/types.ts';
import { wholePercent } from '../format/numbers.ts';
import type { KeptPaper } from './kept-paper.ts';
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
