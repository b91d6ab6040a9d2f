import type { Problem } from '../api/types.ts';
import type { Details } from './details.ts';
import type { Pace } from './pace.ts';

/** What of an upload is kept on the device until the file has been sent, so that it survives a closed tab. */
export type Kept = {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  /** As the browser tells it: with name and size it recognises a file without reading it. Milliseconds since 1970. */
  readonly lastModified: number;
  readonly title: string;
  readonly lessonNo: string;
  /** Of a picture: what somebody who cannot see it needs to know. */
  readonly altText?: string | undefined;
  /** Absent in a draft that has nothing of its own: it is sent with what is the same for all. */
  readonly own?: Details | undefined;
  /** `draft` until its form was sent; `going` is taken up again by itself, `paused` only when the person says so. */
  readonly stage: 'draft' | 'going' | 'paused';
  /** Idempotency-Key of its announcement. */
  readonly key: string;
  /** In hexadecimal, once the file has been read to its end. */
  readonly sha256?: string | undefined;
  readonly assetId?: string | undefined;
};

/**
 * What happens to an upload now. `allow`: the browser wants to be asked before it reads the file again. `choose`: the file
 * has to be chosen again. `elsewhere`: another tab sends it. `busy`: there is a line, but who should
 * answer has no time. `duplicate`: the service has the same file. `twin`: another file of this tab is the same. `sent`: from here on the queue tells.
 */
export type Phase =
  | 'draft'
  | 'reading'
  | 'waiting'
  | 'sending'
  | 'retrying'
  | 'busy'
  | 'joining'
  | 'paused'
  | 'elsewhere'
  | 'allow'
  | 'choose'
  | 'refused'
  | 'duplicate'
  | 'twin'
  | 'sent';

export type Upload = Kept & {
  readonly phase: Phase;
  readonly file?: File | undefined;
  /** Of the file read so far to recognise it. */
  readonly readBytes: number;
  readonly sentBytes: number;
  readonly pace?: Pace | undefined;
  /** When progress was shown last, by the clock of the list. */
  readonly shownAt?: number;
  readonly problem?: Problem | undefined;
  /** What is here already and has the same bytes. */
  readonly duplicateOf?: { readonly assetId: string; readonly title: string };
  /** What it was called when it was sent, of the same file in this list. */
  readonly twinOf?: string | undefined;
  /** The id of that file, until that one is sent: if it never is, this one can be. */
  readonly waitsFor?: string | undefined;
  /** The file that was chosen again is another one. */
  readonly isWrongFile?: boolean | undefined;
};

const MOVING: ReadonlySet<Phase> = new Set(['reading', 'waiting', 'sending', 'retrying', 'busy', 'joining']);

/** Whether the tab is at work on it, so that closing the tab interrupts it. */
export const isMoving = ({ phase, stage }: Upload): boolean => stage === 'going' && MOVING.has(phase);

/** Whether nothing is left to be done here, so that nothing is kept. */
export const isOver = ({ phase, waitsFor }: Pick<Upload, 'phase' | 'waitsFor'>): boolean =>
  phase === 'sent' || phase === 'duplicate' || (phase === 'twin' && !waitsFor);

/** Whether it will not be sent unless somebody does something about it. A file that is held is still meant to be. */
export const hasFailed = ({ phase }: Pick<Upload, 'phase'>): boolean =>
  phase === 'refused' || phase === 'choose';

/** Whether a file is a picture, by its name: it then needs words for those who cannot see it. */
export const isPicture = (fileName: string): boolean =>
  /\.(jpe?g|png|webp|avif|gif|heic|tiff?|bmp)$/i.test(fileName);

/** Whether a file chosen again is the one of before: `compare` when only its content can tell. */
export function recognise(
  kept: Pick<Kept, 'fileName' | 'bytes' | 'lastModified' | 'sha256'>,
  file: Pick<File, 'name' | 'size' | 'lastModified'>,
): 'same' | 'other' | 'compare' {
  if (file.size !== kept.bytes) return 'other';
  if (file.name === kept.fileName && file.lastModified === kept.lastModified) return 'same';
  return kept.sha256 ? 'compare' : 'same';
}

/** The part of an upload that outlives the tab. */
export const keptOf = (upload: Upload): Kept => {
  const { id, fileName, bytes, lastModified, title, lessonNo, altText } = upload;
  const { own, stage, key, sha256, assetId } = upload;
  return { id, fileName, bytes, lastModified, title, lessonNo, altText, own, stage, key, sha256, assetId };
};
