import { createStore, type Store } from '../state/store.ts';
import { type Batch, batchOf, gotOn, tookOff, totalOf } from './batch.ts';
import { type Details, detailsOf } from './details.ts';
import type { KeptUploads } from './kept-uploads.ts';
import { paceAfter, paceFrom } from './pace.ts';
import { hasFailed, isMoving, isOver, isPicture, keptOf, type Upload } from './upload.ts';

/** Between two showings of how much has gone out: bytes leave in many small pieces. Milliseconds. */
const SHOW_EVERY_MS = 250;

/** The uploads of one person as this tab shows them; what outlives the tab is kept with every change. */
export class UploadList {
  readonly shown: Store<readonly Upload[]> = createStore<readonly Upload[]>([]);
  /** What is the same for all files that have nothing of their own. */
  readonly details: Store<Details>;
  #batch: Batch = new Map();
  readonly #kept: KeptUploads;
  readonly #now: () => number;
  readonly #later = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(kept: KeptUploads, now: () => number) {
    this.#kept = kept;
    this.#now = now;
    this.details = createStore(kept.details());
  }

  find(id: string): Upload | undefined {
    return this.shown.get().find((one) => one.id === id);
  }

  /** Another file of this tab that is the same and goes out already: not one that is still being read. */
  twinOf(id: string): Upload | undefined {
    const { sha256 } = this.find(id) ?? {};
    const isTwin = (one: Upload) => one.id !== id && one.sha256 === sha256 && one.phase !== 'reading';
    return sha256 ? this.shown.get().find((one) => isMoving(one) && isTwin(one)) : undefined;
  }

  add(uploads: readonly Upload[]): void {
    this.shown.set([...this.shown.get(), ...uploads]);
  }

  /** It is none of what is sent together: the other one counts. */
  noteTwin(id: string, { id: waitsFor, title }: Upload): void {
    this.#batch = tookOff(this.#batch, id);
    this.change(id, { phase: 'twin', stage: 'paused', twinOf: title, waitsFor });
  }

  /** Copies are done with once the file is sent, and wait for somebody to send them when it never will be. */
  #settleTwinsOf(id: string): void {
    const other = this.find(id);
    const isSent = other !== undefined && isOver(other);
    if (other && !isSent && !hasFailed(other)) return;
    for (const twin of this.shown.get().filter(({ waitsFor }) => waitsFor === id)) {
      this.change(twin.id, {
        waitsFor: undefined,
        ...(!isSent && { phase: 'paused', twinOf: undefined }),
      });
      if (isSent) this.#kept.forget(twin.id);
    }
  }

  remove(id: string): void {
    this.#batch = tookOff(this.#batch, id);
    this.shown.set(this.shown.get().filter((one) => one.id !== id));
    this.#settleTwinsOf(id);
  }

  change(id: string, change: Partial<Upload>): void {
    const was = this.find(id);
    if (!was) return;
    const next = { ...was, ...change };
    const shown = this.shown.get().map((one) => (one.id === id ? next : one));
    // A file that comes to those on their way makes more to be sent: what is counted begins anew with it.
    this.#batch =
      isMoving(next) && !this.#batch.has(id) ? batchOf(shown.filter(isMoving)) : gotOn(this.#batch, next);
    this.shown.set(shown);
    if (!isOver(next) && isKeptChanged(was, next)) this.#kept.keep(keptOf(next));
    if (was.phase !== next.phase) this.#settleTwinsOf(id);
  }

  /** How many files are on their way, and how much has gone out of all that were sent together. */
  progress(): { readonly count: number; readonly bytes: number; readonly sentBytes: number } {
    return { count: this.shown.get().filter(isMoving).length, ...totalOf(this.#batch) };
  }

  changeDetails(change: Partial<Details>): void {
    const details = { ...this.details.get(), ...change };
    this.#kept.keepDetails(details);
    this.details.set(details);
  }

  beginPace(id: string): void {
    const { sentBytes } = this.find(id) ?? { sentBytes: 0 };
    this.change(id, { pace: paceFrom(this.#now(), sentBytes) });
  }

  noteSent(id: string, sentBytes: number): void {
    const upload = this.find(id);
    if (!upload) return;
    const now = this.#now();
    const { pace = paceFrom(now, sentBytes), shownAt = 0, bytes } = upload;
    const wait = shownAt + SHOW_EVERY_MS - now;
    clearTimeout(this.#later.get(id));
    // The last piece before a standstill is shown too, only later.
    if (wait > 0 && sentBytes < bytes) {
      this.#later.set(
        id,
        setTimeout(() => this.noteSent(id, sentBytes), wait),
      );
      return;
    }
    this.change(id, { sentBytes, shownAt: now, pace: paceAfter(pace, now, sentBytes) });
  }

  /** What the service is told of a file before it is sent. */
  announcementOf({ title, fileName, bytes, lessonNo, altText, sha256, own, key }: Upload) {
    const said = detailsOf(own ?? this.details.get(), lessonNo);
    const shown = isPicture(fileName) ? altText?.trim() : undefined;
    return {
      key,
      body: {
        ...{ title: title.trim(), fileName, bytes },
        ...(sha256 && { sha256 }),
        ...(shown && { altText: shown }),
        ...said,
      },
    };
  }
}

/** Progress is told many times a second and is not kept. */
const isKeptChanged = (was: Upload, next: Upload): boolean =>
  JSON.stringify(keptOf(was)) !== JSON.stringify(keptOf(next));
