import { newKey } from '../api/intent-key.ts';
import type { Details } from './details.ts';
import { shortName, shownNow, titleFrom } from './details.ts';
import type { Handle, Reopened } from './kept-handles.ts';
import { Runner, type RunnerTools } from './runner.ts';
import { isOver, type Kept, recognise, type Upload } from './upload.ts';
import { UploadList } from './upload-list.ts';

export type Surroundings = RunnerTools & {
  /** Has the service let go what has arrived of a file; it would do so by itself after a week. */
  readonly cancel: (assetId: string) => void;
  readonly keepHandle: (id: string, handle: Handle) => Promise<void>;
  readonly reopen: (id: string, ask: boolean) => Promise<Reopened>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** A file that was chosen or dropped, with the way back to it where the browser gives one. */
export type Chosen = { readonly file: File; readonly handle?: Handle | undefined };

const lacksFile = ({ phase }: Upload): boolean => phase === 'choose' || phase === 'allow';

/** All uploads of one person in this tab, and what can be done with them. */
export class Uploads {
  readonly list: UploadList;
  readonly #around: Surroundings;
  readonly #runner: Runner;
  #count = 0;

  constructor(around: Surroundings) {
    this.#around = around;
    this.list = new UploadList(around.kept, around.now);
    this.#runner = new Runner(this.list, around);
  }

  /** Takes files in: one that an upload waits for goes on with it, any other begins its own. */
  async take(chosen: readonly Chosen[]): Promise<void> {
    for (const one of chosen) {
      const waiting = await this.#waitingFor(one.file);
      if (waiting) await this.giveFile(waiting.id, one);
      else this.#begin(one);
    }
  }

  /** The upload that waits for a file, which is read only where its name or time is another than before. */
  async #waitingFor(file: File): Promise<Upload | undefined> {
    const without = this.list.shown.get().filter(lacksFile);
    const same = without.find((upload) => recognise(upload, file) === 'same');
    const alike = without.filter((upload) => recognise(upload, file) === 'compare');
    if (same || alike.length === 0) return same;
    const sha256 = await this.#around.digest(file, () => undefined);
    return alike.find((upload) => upload.sha256 === sha256);
  }

  #begin({ file, handle }: Chosen): void {
    this.#count += 1;
    const at = String(this.#around.now()).padStart(14, '0');
    const kept: Kept = {
      id: `${at}-${String(this.#count).padStart(4, '0')}-${newKey().slice(0, 8)}`,
      fileName: shortName(file.name),
      bytes: file.size,
      lastModified: file.lastModified,
      title: titleFrom(file.name),
      lessonNo: '',
      stage: 'draft',
      key: newKey(),
    };
    this.#around.kept.keep(kept);
    if (handle) void this.#around.keepHandle(kept.id, handle);
    this.list.add([{ ...kept, phase: 'draft', file, readBytes: 0, sentBytes: 0 }]);
    // Whoever agreed to be seen in other files has not been asked about this one.
    this.list.changeDetails(shownNow(''));
    void this.#runner.digestOf(kept.id);
  }

  /** What the form says of one file; kept at once. */
  edit(id: string, change: Partial<Pick<Kept, 'title' | 'lessonNo' | 'altText' | 'own'>>): void {
    this.list.change(id, change);
  }

  editDetails(change: Partial<Details>): void {
    this.list.changeDetails(change);
  }

  /** Sends all files whose form is filled in; from now on they go on by themselves. */
  startAll(): void {
    for (const { id, phase } of this.list.shown.get()) if (phase === 'draft') this.start(id);
  }

  /** A file goes with what the form says now, whenever its turn comes and whatever the form says of others by then. */
  start(id: string): void {
    const own = this.list.find(id)?.own ?? this.list.details.get();
    this.list.change(id, { own, stage: 'going', problem: undefined });
    void this.#runner.start(id);
  }

  pause(id: string): void {
    this.#runner.stop(id);
    this.list.change(id, { stage: 'paused', phase: 'paused', pace: undefined });
  }

  /** Stops a file and forgets it on this device. */
  drop(id: string): void {
    const upload = this.list.find(id);
    this.#runner.stop(id);
    this.#runner.leave(id);
    if (upload?.assetId && !isOver(upload)) this.#around.cancel(upload.assetId);
    this.#around.kept.forget(id);
    this.list.remove(id);
  }

  /** Stops all that is on its way, which stays kept: somebody else is at the computer now. */
  stopAll(): void {
    this.#runner.stopAll();
  }

  /** Shows what an earlier tab left, and goes on with what needs nobody. */
  async restore(): Promise<void> {
    const left = this.#around.kept.all().filter(({ id }) => !this.list.find(id));
    this.list.add(left.map((kept): Upload => ({ ...kept, phase: 'choose', readBytes: 0, sentBytes: 0 })));
    await Promise.all(left.map(({ id }) => this.#reopen(id, false)));
  }

  /** Asks the browser for a file again, right after a press. */
  allow(id: string): Promise<void> {
    return this.#reopen(id, true);
  }

  async #reopen(id: string, ask: boolean): Promise<void> {
    const file = await this.#around.reopen(id, ask);
    if (file instanceof File) await this.giveFile(id, { file });
    else this.list.change(id, { phase: file });
  }

  /** Gives an upload its file again, if it is the same one; then it goes on. */
  async giveFile(id: string, { file, handle }: Chosen): Promise<void> {
    const upload = this.list.find(id);
    if (!upload) return;
    if (!(await this.#isSame(upload, file)))
      return this.list.change(id, { isWrongFile: true, phase: 'choose' });
    if (handle) void this.#around.keepHandle(id, handle);
    const phase = upload.stage === 'paused' ? 'paused' : 'draft';
    this.list.change(id, { file, isWrongFile: undefined, phase });
    if (upload.stage === 'going') void this.#runner.start(id);
    if (upload.stage === 'draft') void this.#runner.digestOf(id);
  }

  async #isSame(upload: Upload, file: File): Promise<boolean> {
    const verdict = recognise(upload, file);
    if (verdict !== 'compare') return verdict === 'same';
    this.list.change(upload.id, { phase: 'reading', readBytes: 0 });
    const onRead = (readBytes: number) => this.list.change(upload.id, { readBytes });
    return (await this.#around.digest(file, onRead)) === upload.sha256;
  }

  /** Another tab has finished or dropped an upload: it is not shown here any more, unless this tab is at it. */
  follow(id: string): void {
    const upload = this.list.find(id);
    if (upload && !isOver(upload) && !this.#runner.isAt(id) && !this.#around.kept.has(id))
      this.list.remove(id);
  }
}
