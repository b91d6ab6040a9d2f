import type { ListedStorage } from '../state/storage.ts';
import type { Reopened } from './kept-handles.ts';
import { KeptUploads } from './kept-uploads.ts';
import { Lanes } from './lanes.ts';
import type { Announcement, Asset } from './send-file.ts';
import type { Phase } from './upload.ts';
import { type Surroundings, Uploads } from './uploads.ts';

export const fileOf = (name: string, text = 'x'.repeat(40), lastModified = 7) =>
  new File([text], name, { lastModified });
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A device, and a service that has every file at once; what is `here` already it knows by its content. */
export const world = ({
  here = [],
  reopened = 'choose' as Reopened,
  ...other
}: {
  here?: string[];
  reopened?: Reopened;
} & Partial<Pick<Surroundings, 'digest' | 'locks' | 'findAsset'>> & {
    write?: ListedStorage['write'];
    answered?: Promise<void>;
  } = {}) => {
  const stored = new Map<string, string>();
  const storage: ListedStorage = {
    read: (key) => stored.get(key),
    write: other.write ?? ((key, value) => Boolean(stored.set(key, value))),
    remove: (key) => void stored.delete(key),
    keys: () => [...stored.keys()],
  };
  const calls: string[] = [];
  const announced: Announcement['body'][] = [];
  const asset = (status: Asset['status'], title: string) => ({ assetId: 'A', title, status }) as Asset;
  const part = { partNumber: 1, url: '1', fromByte: 0, toByte: 40 };
  const api = {
    requestUpload: async ({ body }: Announcement) => {
      calls.push(`announce ${body.title}`);
      announced.push(body);
      await other.answered;
      const isHere = here.includes(body.sha256 ?? '');
      const answer = isHere
        ? { asset: asset('ready', 'an older one'), duplicate: true, parts: [] }
        : { asset: asset('awaiting-upload', body.title), parts: [part] };
      return { ok: true, status: 201, body: answer };
    },
    renewUpload: async () => ({ ok: true, status: 200, body: { parts: [part], done: [] } }),
    completeUpload: async () => ({ ok: true, status: 202, body: {} }),
  };
  const around = {
    ...{ api, lanes: new Lanes(async () => 'etag'), pause: async () => undefined },
    ...{ kept: new KeptUploads(storage, 'P'), keepHandle: async () => undefined },
    reopen: async (_: string, ask: boolean) => (ask && reopened === 'allow' ? fileOf('a.mp4') : reopened),
    digest: async (file: Blob) => `hash of ${await file.text()}`,
    ...{ findAsset: async () => undefined, locks: undefined, now: () => 1, onMoved: () => undefined },
    cancel: (assetId: string) => void calls.push(`cancel ${assetId}`),
    ...other,
  } as unknown as Surroundings;
  const open = () => new Uploads(around);
  return { open, calls, announced, api, kept: around.kept };
};
export const phases = (uploads: Uploads): readonly Phase[] =>
  uploads.list.shown.get().map(({ phase }) => phase);
export const idIn = (uploads: Uploads, at = 0): string => uploads.list.shown.get()[at]?.id ?? '';
