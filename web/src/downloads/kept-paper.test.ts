import { describe, expect, it } from 'vitest';
import { choicesFor, newDownload } from './choices.ts';
import { keptPaper, type Recording, type Subject } from './download.ts';
import { filesOfPaper } from './kept-paper.ts';

const page = { width: 800, bytes: 50_000 };
const document: Recording = {
  assetId: 'D',
  title: 'Tờ hướng dẫn',
  renditions: [],
  document: {
    pages: 2,
    text: { path: '/media/D/h/text.json', bytes: 1_000 },
    folder: '/media/D/h/pages',
    widths: [page, { width: 1600, bytes: 150_000 }],
    original: { path: '/media/D/h/original.pdf', bytes: 900_000 },
  },
};
const bytes = { avif: 5, webp: 7, jpg: 9 };
const image: Recording = {
  assetId: 'I',
  title: 'Ổ khóa',
  renditions: [],
  image: {
    alt: 'Một ổ khóa',
    folder: '/media/I/h',
    sizes: [320, 640, 1280].map((width) => ({ width, height: width / 2, bytes })),
  },
};
const subject = (...recordings: Recording[]): Subject => ({ id: 'x', title: 'Bài', href: '/x', recordings });

describe('a document', () => {
  it('is taken along with its words in the width that was chosen, and its size is known before', () => {
    const choices = choicesFor(subject(document));
    expect(choices).toEqual([
      { quality: 'small', bytes: 51_000 },
      { quality: 'clear', bytes: 151_000 },
    ]);
    const download = newDownload(subject(document), { quality: 'small', bytes: 51_000 }, 'P', 1);
    expect(download.recordings).toEqual([]);
    expect(download.papers).toEqual([
      {
        assetId: 'D',
        rendition: '800',
        files: ['/media/D/h/text.json', '/media/D/h/pages/0001-800.webp', '/media/D/h/pages/0002-800.webp'],
      },
    ]);
    expect(keptPaper([download], 'D')).toBeUndefined();
    expect(keptPaper([{ ...download, state: 'ready' }], 'D')?.rendition).toBe('800');
  });
});

describe('a picture', () => {
  it('is taken along no smaller than a phone shows it', () => {
    const kept = newDownload(subject(image), { quality: 'small', bytes: 7 }, 'P', 1).papers;
    expect(kept).toEqual([{ assetId: 'I', rendition: '640', files: ['/media/I/h/w640.webp'] }]);
    expect(filesOfPaper(image, '1280')).toEqual(['/media/I/h/w1280.webp']);
  });
});
