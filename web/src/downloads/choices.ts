import { ownerPrefix } from '../kept/keeping.ts';
import type { Download, Recording, Subject } from './download.ts';
import { filesOfPaper, type KeptPaper, paperRenditions } from './kept-paper.ts';

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
