import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { messages } from '../../messages/language.ts';
import { vi as words } from '../../messages/vi.ts';
import { session } from '../../session/session.ts';
import type { Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { putAway } from './put-away.ts';
import { Queue } from './queue.tsx';
import { UploadCard } from './upload-card.tsx';

const file = (status: MediaAsset['status']): MediaAsset => ({
  ...{ assetId: 'A', title: 'Tờ rơi', fileName: 'to-roi.pdf', bytes: 1, language: 'vi', competenceCodes: [] },
  ...{ status, percent: 0, uploadedBy: 'W', createdAt: '2026-11-26T02:00:00.000Z' },
});

const before = messages.get();
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  messages.set(words);
});
afterEach(() => {
  messages.set(before);
  session.set({ state: 'out' });
  vi.unstubAllGlobals();
});

type Of = { readonly assets?: readonly MediaAsset[]; readonly going?: readonly Upload[] | undefined };

/** The queue as it is first drawn for `W`, with an older page behind it where `more` says so. */
const drawn = ({ assets = [file('rejected')], ...rest }: Of, more?: 'more'): string => {
  session.set({ state: 'in', personId: 'W', roles: [] });
  const older = { more: async () => ({ ok: true as const, body: undefined }) };
  const queue = { data: { assets }, reload: async () => undefined, replace: () => undefined };
  return renderToString(
    h(Queue, { queue: { ...queue, pages: { rows: assets, ...(more && older) } }, ...rest }),
  );
};

it('a queue of which everything was put away does not say that nothing was ever sent, and leads to what is older', () => {
  const { empty, noneOfThese } = words.media;
  const says = (html: string) => [empty, noneOfThese, words.common.more].map((text) => html.includes(text));
  expect(says(drawn({ assets: [] }))).toEqual([true, false, false]);
  expect(says(drawn({ assets: [] }, 'more'))).toEqual([false, true, true]);
  putAway('W', 'A');
  expect(says(drawn({}))).toEqual([false, true, false]);
  expect(says(drawn({}, 'more'))).toEqual([false, true, true]);
});

it('a file is put away by those who send files, and not by those who look after them', () => {
  const { putAway: label } = words.uploading.actions;
  expect(drawn({ going: [] })).toContain(label);
  expect(drawn({})).not.toContain(label);
});

it('a file that stands above is put away there, and is called by its file as well where its title is another', () => {
  const { putAway: label } = words.uploading.actions;
  expect(drawn({ going: [{ id: '1', phase: 'sent', assetId: 'A' } as Upload] })).not.toContain(label);
  expect(drawn({})).toContain('to-roi.pdf');
  expect(drawn({ assets: [{ ...file('ready'), title: 'to-roi' }] })).not.toContain('to-roi.pdf');
});

it('a file that has just become ready leads to its own page: the library may not know of it yet', () => {
  const upload = { id: '1', phase: 'sent', title: 'Tờ rơi', sentBytes: 1, bytes: 1 } as Upload;
  const html = renderToString(h(UploadCard, { upload, uploads: {} as Uploads, asset: file('ready') }));
  expect(new Set(html.match(/href="[^"]+"/g))).toEqual(new Set(['href="/tai-len/A"']));
  expect(html).toContain(words.uploading.appraisal);
});
