import { expect, test } from 'vitest';
import { MAX_TEXT, textOfPage } from './page-text.ts';

const run = (str: string, hasEOL = false) => ({ str, hasEOL });

test('lines of print stay lines, composed and without empty ones', () => {
  const decomposed = 'Tiếng Việt'.normalize('NFD');
  expect(textOfPage([run('Bài'), run('  1', true), run('', true), run(decomposed, true)])).toBe(
    'Bài 1\nTiếng Việt'.normalize('NFC'),
  );
});

test('nothing that is not seen stays: turned directions, soft hyphens, controls, private glyphs', () => {
  expect(textOfPage([run('an\u00adtoàn \u202ekhông\u202c\u0000\u200b \ue001xong\ufffd')])).toBe(
    'antoàn không xong',
  );
});

test('a page made to fill a table is cut, and no character is halved', () => {
  const text = textOfPage([run('𠀋'.repeat(MAX_TEXT + 10))]);
  expect([...text]).toHaveLength(MAX_TEXT);
  expect(text.endsWith('𠀋')).toBe(true);
});
