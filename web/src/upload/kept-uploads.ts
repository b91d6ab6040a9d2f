import { type ListedStorage, readJson } from '../state/storage.ts';
import { type Details, emptyDetails } from './details.ts';
import type { Kept } from './upload.ts';

/**
 * One person's uploads on this device: `hvs.upload.<person>.<upload>`, beside them what is the same for all files. In local
 * storage, because it is written before a page that is closed at once is gone.
 */
export class KeptUploads {
  readonly #storage: ListedStorage;
  readonly #prefix: string;

  constructor(storage: ListedStorage, personId: string) {
    this.#storage = storage;
    this.#prefix = `hvs.upload.${personId}.`;
  }

  /** In the order in which the files were chosen, which ids begin with. */
  all(): readonly Kept[] {
    return this.#storage
      .keys()
      .filter((key) => key.startsWith(this.#prefix) && key !== this.#detailsKey)
      .toSorted()
      .flatMap((key) => readJson<Kept>(this.#storage, key) ?? []);
  }

  has(id: string): boolean {
    return this.#storage.read(this.#prefix + id) !== undefined;
  }

  find(id: string): Kept | undefined {
    return readJson<Kept>(this.#storage, this.#prefix + id);
  }

  /** False when the device refused: the upload then ends with the tab. */
  keep(kept: Kept): boolean {
    return this.#storage.write(this.#prefix + kept.id, JSON.stringify(kept));
  }

  forget(id: string): void {
    this.#storage.remove(this.#prefix + id);
  }

  details(): Details {
    return { ...emptyDetails, ...readJson<Partial<Details>>(this.#storage, this.#detailsKey) };
  }

  keepDetails(details: Details): void {
    this.#storage.write(this.#detailsKey, JSON.stringify(details));
  }

  /** The upload that a storage event is about; undefined for anything else. */
  idOf(key: string | null): string | undefined {
    return key?.startsWith(this.#prefix) && key !== this.#detailsKey
      ? key.slice(this.#prefix.length)
      : undefined;
  }

  get #detailsKey(): string {
    return `${this.#prefix}details`;
  }
}
