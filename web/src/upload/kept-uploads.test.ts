import { describe, expect, it, vi } from 'vitest';
import type { ListedStorage } from '../state/storage.ts';
import { emptyDetails } from './details.ts';
import { KeptUploads } from './kept-uploads.ts';
import { type Kept, keptOf, recognise, type Upload } from './upload.ts';
import { UploadList } from './upload-list.ts';

const storageOf = (kept: Map<string, string>): ListedStorage => ({
  read: (key) => kept.get(key),
  write: (key, value) => {
    kept.set(key, value);
    return true;
  },
  remove: (key) => {
    kept.delete(key);
  },
  keys: () => [...kept.keys()],
});

const file = { name: 'Bài 1.mp4', size: 40, lastModified: 7 };
const kept: Kept = {
  id: '00001-0001-ab',
  fileName: file.name,
  bytes: file.size,
  lastModified: file.lastModified,
  title: 'Bài 1',
  lessonNo: '',
  stage: 'going',
  key: 'k'.repeat(32),
};

describe('kept uploads', () => {
  it('are a person’s own, in the order in which the files were chosen', () => {
    const storage = storageOf(new Map([['hvs.upload.B.00000-0001-aa', '{"id":"of-another"}']]));
    const mine = new KeptUploads(storage, 'A');
    mine.keep({ ...kept, id: '00002-0001-cd' });
    mine.keep(kept);
    mine.keepDetails({ ...emptyDetails, source: 'Tổ Tin học' });
    expect(mine.all().map(({ id }) => id)).toEqual(['00001-0001-ab', '00002-0001-cd']);
    expect(mine.details()).toEqual({ ...emptyDetails, source: 'Tổ Tin học' });
    mine.forget(kept.id);
    expect(mine.has(kept.id)).toBe(false);
    expect(new KeptUploads(storage, 'B').all()).toHaveLength(1);
  });

  it('are told by the storage events of other tabs, which say nothing of anything else', () => {
    const mine = new KeptUploads(storageOf(new Map()), 'A');
    expect(mine.idOf('hvs.upload.A.00001-0001-ab')).toBe('00001-0001-ab');
    for (const key of ['hvs.upload.A.details', 'hvs.upload.B.00001-0001-ab', 'hvs.language', null])
      expect(mine.idOf(key)).toBeUndefined();
  });

  it('hold neither the file nor how far it is', () => {
    const upload: Upload = {
      ...kept,
      phase: 'sending',
      readBytes: 40,
      sentBytes: 20,
      file: new File([], 'x'),
    };
    expect(JSON.parse(JSON.stringify(keptOf(upload)))).toEqual(kept);
  });
});

describe('a file chosen again', () => {
  it.each([
    ['same', {}, undefined],
    ['other', { size: 41 }, 'hash'],
    ['compare', { name: 'ban-sao.mp4' }, 'hash'],
    ['compare', { lastModified: 8 }, 'hash'],
    // Nothing of it has been sent, so there is nothing to compare.
    ['same', { lastModified: 8 }, undefined],
  ] as const)('is taken as %s: %j', (verdict, change, sha256) => {
    expect(recognise({ ...kept, sha256 }, { ...file, ...change })).toBe(verdict);
  });
});

describe('how much has gone out', () => {
  it('is shown a few times a second, the last piece before a standstill too', () => {
    vi.useFakeTimers();
    const list = new UploadList(new KeptUploads(storageOf(new Map()), 'A'), () => Date.now());
    list.add([{ ...kept, phase: 'sending', readBytes: 40, sentBytes: 0 }]);
    const shown = (): number | undefined => list.find(kept.id)?.sentBytes;
    list.noteSent(kept.id, 10);
    expect(shown()).toBe(10);
    list.noteSent(kept.id, 20);
    list.noteSent(kept.id, 30);
    expect(shown()).toBe(10);
    vi.advanceTimersByTime(250);
    expect(shown()).toBe(30);
    list.noteSent(kept.id, 40);
    expect(shown(), 'the end at once').toBe(40);
    vi.useRealTimers();
  });
});
