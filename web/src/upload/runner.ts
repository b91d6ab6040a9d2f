import { newKey } from '../api/intent-key.ts';
import type { Problem } from '../api/types.ts';
import { alone } from '../state/alone.ts';
import { createTurns } from './in-turn.ts';
import type { KeptUploads } from './kept-uploads.ts';
import { type Asset, isReadable, type SendEnd, type SendTools, sendFile } from './send-file.ts';
import type { UploadList } from './upload-list.ts';

/** Files that have parts on their way: a second one fills the lanes that the first has no parts for. */
const FILES_AT_ONCE = 2;
/** Between two questions to a service that does not answer. */
const ASK_AGAIN_MS = 5_000;
/** The file cannot be read any more: moved, changed, or on a stick that was taken out. */
const LOST = { phase: 'choose', stage: 'paused', file: undefined } as const;

export type RunnerTools = SendTools & {
  readonly kept: KeptUploads;
  /** Undefined when the file cannot be read, or not be reckoned with in this browser now. */
  readonly digest: (
    file: Blob,
    onRead: (bytes: number) => void,
    signal?: AbortSignal,
  ) => Promise<string | undefined>;
  /** `none` when there is no such asset; undefined without an answer. */
  readonly findAsset: (assetId: string) => Promise<Asset | 'none' | undefined>;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Something stands elsewhere in the queue now. */
  readonly onMoved: () => void;
};

type Reading = { readonly sha256: Promise<string | undefined>; readonly stop: AbortController };

/** Brings files to the service, a few at a time; no two tabs are ever at the same file. */
export class Runner {
  readonly #list: UploadList;
  readonly #tools: RunnerTools;
  readonly #turns = createTurns(FILES_AT_ONCE);
  readonly #running = new Map<string, AbortController>();
  readonly #digests = new Map<string, Reading>();

  constructor(list: UploadList, tools: RunnerTools) {
    this.#list = list;
    this.#tools = tools;
  }

  isAt(id: string): boolean {
    return this.#running.has(id);
  }

  stop(id: string): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
  }

  stopAll(): void {
    for (const id of [...this.#running.keys()]) this.stop(id);
  }

  /** Reads a file whole. What it is known by while the form is still being filled in costs nobody time later. */
  digestOf(id: string): Promise<string | undefined> {
    const upload = this.#list.find(id);
    if (!upload?.file || upload.sha256) return Promise.resolve(upload?.sha256);
    const reading = this.#digests.get(id) ?? this.#read(id, upload.file);
    this.#digests.set(id, reading);
    return reading.sha256;
  }

  /** Reads no further in a file that is dropped. */
  leave(id: string): void {
    this.#digests.get(id)?.stop.abort();
  }

  #read(id: string, file: File): Reading {
    const stop = new AbortController();
    const onRead = (readBytes: number) => this.#list.change(id, { readBytes });
    const sha256 = this.#tools.digest(file, onRead, stop.signal).then((read) => {
      this.#digests.delete(id);
      if (read) this.#list.change(id, { sha256: read });
      return read;
    });
    return { sha256, stop };
  }

  async start(id: string): Promise<void> {
    if (this.isAt(id)) return;
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      await this.#run(id, controller.signal);
    } catch (error) {
      // Stopped while it waited for its turn; anything else is a fault of ours, which the console is to tell.
      if (!controller.signal.aborted) throw error;
    } finally {
      if (this.#running.get(id) === controller) this.#running.delete(id);
    }
  }

  async #run(id: string, signal: AbortSignal): Promise<void> {
    this.#list.change(id, { phase: 'reading' });
    const sha256 = await this.digestOf(id);
    const file = this.#list.find(id)?.file;
    if (signal.aborted) return;
    if (!file || !(sha256 || (await isReadable(file)))) return this.#list.change(id, LOST);
    const twin = this.#list.twinOf(id);
    if (twin) return this.#list.noteTwin(id, twin);
    // At once, so that of two that are the same only one finds the other.
    this.#list.change(id, { phase: 'waiting' });
    const isKept = this.#tools.kept.has(id);
    let hasWaited = false;
    const onWait = (): void => {
      hasWaited = true;
      this.#list.change(id, { phase: 'elsewhere' });
    };
    // Without a fingerprint nobody else can know that it is the same file.
    await alone(this.#tools.locks, `hvs-upload ${sha256 ?? id}`, { signal, onWait }, async () => {
      if (!hasWaited || !isKept || this.#takeOver(id)) await this.#inTurn(id, signal);
    });
  }

  /** Whether there is something left to do of what another tab was at. On the device stands how far that one came. */
  #takeOver(id: string): boolean {
    const left = this.#tools.kept.find(id);
    if (!left) this.#list.remove(id);
    else {
      const held = left.stage === 'paused' && ({ stage: 'paused', phase: 'paused' } as const);
      this.#list.change(id, { key: left.key, assetId: left.assetId, ...held });
    }
    return left?.stage === 'going';
  }

  async #inTurn(id: string, signal: AbortSignal): Promise<void> {
    this.#list.change(id, { phase: 'waiting' });
    const release = await this.#turns(signal);
    try {
      await this.#bring(id, signal);
    } finally {
      release();
    }
  }

  async #bring(id: string, signal: AbortSignal): Promise<void> {
    const end = await this.#send(id, signal);
    if (!end || signal.aborted || end.kind === 'stopped') return;
    if (end.kind === 'refused') return this.#refuse(id, end.problem);
    if (end.kind === 'unreadable') return this.#list.change(id, LOST);
    if (end.kind === 'duplicate') return this.#noteDuplicate(id, end.of);
    if (end.kind === 'gone' && (await this.#isLetGo(id, signal))) {
      this.#list.change(id, { assetId: undefined, key: newKey(), sentBytes: 0 });
      return this.#bring(id, signal);
    }
    if (signal.aborted) return;
    this.#tools.kept.forget(id);
    this.#list.change(id, { phase: 'sent', stage: 'paused' });
    this.#tools.onMoved();
  }

  async #send(id: string, signal: AbortSignal): Promise<SendEnd | undefined> {
    const upload = this.#list.find(id);
    if (!upload?.file) return undefined;
    const { file, assetId } = upload;
    this.#list.beginPace(id);
    return sendFile(this.#tools, {
      ...{ id, file, signal, assetId },
      announcement: this.#list.announcementOf(upload),
      told: {
        announced: (asset) => {
          this.#list.change(id, { assetId: asset.assetId });
          this.#tools.onMoved();
        },
        phase: (phase) => !signal.aborted && this.#list.change(id, { phase }),
        sent: (bytes) => this.#list.noteSent(id, bytes),
      },
    });
  }

  #noteDuplicate(id: string, { assetId, title }: Asset): void {
    this.#tools.kept.forget(id);
    this.#list.change(id, { phase: 'duplicate', stage: 'paused', duplicateOf: { assetId, title } });
  }

  #refuse(id: string, problem: Problem): void {
    // What it was announced as may have been wrong: sent again, it is another intent.
    const another = this.#list.find(id)?.assetId === undefined && { key: newKey() };
    this.#list.change(id, { phase: 'refused', stage: 'paused', problem, ...another });
  }

  /** Whether the service has let an unfinished upload go, which it does after a week. */
  async #isLetGo(id: string, signal: AbortSignal): Promise<boolean> {
    const assetId = this.#list.find(id)?.assetId;
    while (assetId && !signal.aborted) {
      const asset = await this.#tools.findAsset(assetId);
      if (asset === 'none') return true;
      if (asset) return asset.status === 'awaiting-upload' || asset.reason === 'ABANDONED';
      await this.#tools.pause(ASK_AGAIN_MS, signal);
    }
    return false;
  }
}
