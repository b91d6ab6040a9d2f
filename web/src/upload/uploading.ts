import { api } from '../api/api.ts';
import { createIntent } from '../api/intent-key.ts';
import type { BodyOf, Problem } from '../api/types.ts';
import { forgetParts, keepPart, keptParts } from './kept-upload.ts';
import { type Part, sendParts } from './parts.ts';
import { putPart } from './put-part.ts';

type Asset = BodyOf<'requestUpload'>['asset'];
/** A file that was chosen again for a recording whose upload broke off. */
export type Chosen = { readonly file: File; readonly asset: Asset };
export type Upload =
  | { readonly phase: 'idle' | 'preparing' | 'joining' | 'done' }
  | { readonly phase: 'sending' | 'interrupted'; readonly sentBytes: number; readonly bytes: number }
  | { readonly phase: 'refused'; readonly problem: Problem };
export type Wanted = { readonly title: string; readonly courseId?: string; readonly lessonNo?: number };

type Told = {
  readonly show: (upload: Upload) => void;
  /** The recording stands elsewhere in the queue now. */
  readonly onMoved: () => void;
};

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Uploads one file at a time: announce, send the parts, join them; after an interruption only the rest is sent. */
export class Uploading {
  readonly #told: Told;
  readonly #intent = createIntent();
  #current: { readonly file: File; readonly assetId: string } | undefined;

  constructor(told: Told) {
    this.#told = told;
  }

  async start(file: File, wanted: Wanted): Promise<void> {
    this.#told.show({ phase: 'preparing' });
    const body = { ...wanted, fileName: file.name, bytes: file.size };
    const answer = await api.requestUpload({ body, key: this.#intent.keyFor(body) });
    if (!answer.ok) return this.#told.show({ phase: 'refused', problem: answer.problem });
    this.#intent.done();
    this.#told.onMoved();
    await this.#send(file, answer.body.asset.assetId, answer.body.parts);
  }

  /** Goes on after a break: with the file of before, or with the same file chosen again. */
  async goOn(chosen?: Chosen): Promise<void> {
    const file = chosen?.file ?? this.#current?.file;
    const assetId = chosen?.asset.assetId ?? this.#current?.assetId;
    if (!file || !assetId) return;
    this.#told.show({ phase: 'preparing' });
    const answer = await api.renewUpload({ params: { assetId } });
    if (!answer.ok) return this.#told.show({ phase: 'refused', problem: answer.problem });
    await this.#send(file, assetId, answer.body.parts);
  }

  async #send(file: File, assetId: string, todo: readonly Part[]): Promise<void> {
    this.#current = { file, assetId };
    const before = todo[0]?.fromByte ?? file.size;
    const show = (phase: 'sending' | 'interrupted', bytes: number) =>
      this.#told.show({ phase, sentBytes: before + bytes, bytes: file.size });
    let latest = 0;
    show('sending', 0);
    const outcome = await sendParts(todo, {
      put: ({ url, fromByte, toByte }, onSent) => putPart(url, file.slice(fromByte, toByte), onSent),
      wait,
      onProgress: (bytes) => {
        latest = bytes;
        show('sending', bytes);
      },
      onArrived: (arrived) => keepPart(assetId, arrived),
    });
    if (outcome.kind === 'interrupted') return show('interrupted', latest);
    // One answer holds the addresses of a hundred parts; a long recording has more.
    const isRest = (todo.at(-1)?.toByte ?? file.size) < file.size;
    await (isRest ? this.goOn() : this.#join(assetId));
  }

  async #join(assetId: string): Promise<void> {
    this.#told.show({ phase: 'joining' });
    const parts = [...keptParts(assetId)].sort((a, b) => a.partNumber - b.partNumber);
    const answer = await api.completeUpload({ params: { assetId }, body: { parts } });
    if (!answer.ok) return this.#told.show({ phase: 'refused', problem: answer.problem });
    forgetParts(assetId);
    this.#told.show({ phase: 'done' });
    this.#told.onMoved();
  }
}
