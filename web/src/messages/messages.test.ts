import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  englishLeftovers,
  foreignWords,
  LEARNER_WORDS,
  longSentences,
  STAFF_WORDS,
  sentencesOver,
} from '../../../tests/support/plain-words.ts';
import { help as enHelp } from './en/help.ts';
import { kieu as enKieu } from './en/kieu.ts';
import { library as enLibrary } from './en/library.ts';
import { libraryTools as enLibraryTools } from './en/library-tools.ts';
import { placement as enPlacement } from './en/placement.ts';
import { staffHome as enStaffHome } from './en/staff-home.ts';
import { en as enSite } from './en.ts';
import { help } from './vi/help.ts';
import { kieu } from './vi/kieu.ts';
import { library } from './vi/library.ts';
import { libraryTools } from './vi/library-tools.ts';
import { placement } from './vi/placement.ts';
import { staffHome } from './vi/staff-home.ts';
import { vi as viSite } from './vi.ts';

/** All catalogues: those of the whole site, and those that travel with one page. */
const vi = { ...viSite, help, kieu, library, libraryTools, placement, staffHome };
const en = {
  ...enSite,
  help: enHelp,
  kieu: enKieu,
  library: enLibrary,
  libraryTools: enLibraryTools,
  placement: enPlacement,
  staffHome: enStaffHome,
};

const SOURCE = join(import.meta.dirname, '..');

type Sentence = readonly [path: string, text: string];

const DAY = '2026-11-26';
/** Something of which every part is a day. */
const RECORD = new Proxy({}, { get: () => DAY });
/** A day serves as a name and a number, too; zero and one come on the other side of a choice; a list is joined. */
const SAMPLES = [DAY, 0, 1, [DAY], RECORD] as const;

/** What a sentence with something in it says, for each sample it can be said with. */
const said = (sentence: (...samples: unknown[]) => unknown): readonly unknown[] =>
  SAMPLES.flatMap((sample) => {
    try {
      const words = sentence(...Array.from({ length: sentence.length }, () => sample));
      // A number has no name: that sample does not fit here, another one does.
      return /undefined/.test(JSON.stringify(words)) ? [] : [words];
    } catch {
      return [];
    }
  });

/** Every sentence by its path; those with numbers or names in them by `()`, as they are said with samples. */
const leaves = (value: unknown, path = ''): Sentence[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return said(value as () => unknown).flatMap((words) => leaves(words, `${path}()`));
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
};
const paths = (sentences: readonly Sentence[]) => [...new Set(sentences.map(([path]) => path))].sort();

/** Catalogues of the desks; all others are read by learners. */
const OF_STAFF = [
  'analysis',
  'authoring',
  'bank',
  'campaigns',
  'competences',
  'marks',
  'kieu',
  'libraryTools',
  'materialDesk',
  'media',
  'names',
  'overview',
  'people',
  'placing',
  'printed',
  'questionForm',
  'recording',
  'staffHome',
  'table',
  'uploading',
] as const;
const isOfStaff = ([path]: Sentence) => OF_STAFF.some((name) => path.startsWith(`.${name}.`));

/** Words that the desks may use: file formats, programs and what stands in them. */
const TRADE =
  'https qti gift aiken word docx xlsx mb heic jpeg iphone pdf cc by nc sa moodle fanpage excel csv web x zip scorm imsmanifest xml'.split(
    ' ',
  );
/** What a video, a sound, a picture and a page elsewhere are also called, and here are not. */
const OTHER_NAMES = /(?<!\p{L})(phim|bản ghi|ghi âm|bài nghe|tranh ảnh|đường dẫn ngoài)(?!\p{L})/iu;
/** Samples to fill in and names of files. */
const NOT_PROSE = /(Sample|fileName)$/;

/** A licence is called by its signs everywhere; what it allows stands beside them in words. */
const OF_A_LICENCE = /\.licences\./;

const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => !file.startsWith(join('messages', 'vi')));

const code = (file: string) =>
  readFileSync(join(SOURCE, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

describe('message catalogues', () => {
  it('say the same things in both languages, none of them empty', () => {
    expect(paths(leaves(en))).toEqual(paths(leaves(vi)));
    for (const [path, text] of [...leaves(vi), ...leaves(en)]) expect(text.trim(), path).not.toBe('');
  });

  it('can all be said with the samples, so that the rules below see every sentence', () => {
    const unsaid = (value: unknown, path = ''): string[] => {
      if (typeof value === 'string') return [];
      if (typeof value === 'function') return said(value as () => unknown).length > 0 ? [] : [path];
      return Object.entries(value as object).flatMap(([key, inner]) => unsaid(inner, `${path}.${key}`));
    };
    expect(unsaid(vi)).toEqual([]);
  });

  it.each([
    ['learners', LEARNER_WORDS, false],
    ['staff', STAFF_WORDS, true],
  ] as const)('speak to %s in sentences of at most %i words', (_, most, ofStaff) => {
    const found = leaves(vi)
      .filter((sentence) => isOfStaff(sentence) === ofStaff && !NOT_PROSE.test(sentence[0]))
      .flatMap(([path, text]) => sentencesOver(most, text).map((sentence) => `${path}: ${sentence}`));
    expect(found).toEqual([]);
  });

  it('leave no English word in Vietnamese', () => {
    const found = leaves(vi)
      .filter(([path]) => !NOT_PROSE.test(path))
      .flatMap(([path, text]) => {
        const words = [
          ...foreignWords(text, isOfStaff([path, text]) || OF_A_LICENCE.test(path) ? TRADE : []),
          ...englishLeftovers(text),
        ];
        return words.map((word) => `${path}: ${word}`);
      });
    expect([...new Set(found)]).toEqual([]);
  });

  it('call a licence, a language and who can be recognised by one name on all pages', () => {
    const { names } = vi;
    expect(vi.library.licences).toEqual(names.licences);
    expect(names.languages).toMatchObject(vi.library.languages);
    const { licence, language, source, competences } = vi.library.facts;
    expect(names).toMatchObject({ licence, language, source, competences });
    // The components of competence have their names from the circular.
    const all = leaves(vi).flatMap(([path, text]) => (path.startsWith('.competences.') ? [] : [text]));
    for (const other of [/giấy phép/i, /^Tiếng (Trung|Cam-pu-chia)$/, /^Không có ai$/])
      expect(all.filter((text) => other.test(text))).toEqual([]);
  });

  it('call every kind of file and of material by one name on all pages', () => {
    for (const [kind, name] of Object.entries(vi.media.kinds))
      expect(vi.library.kinds[kind as keyof typeof vi.media.kinds], kind).toBe(name);
    const found = leaves(vi)
      .filter(([, text]) => OTHER_NAMES.test(text))
      .map(([path, text]) => `${path}: ${text}`);
    expect(found).toEqual([]);
  });

  it('say that work is safe wherever something stands between a learner and the service', () => {
    const { common, account } = vi;
    for (const text of [
      ...[common.busy, common.offlineMore, common.offlineSending, common.notSent],
      ...[common.failed, common.noScript, common.broken.text],
    ])
      expect(text).toMatch(/vẫn|giữ|an toàn/);
    // A refusal without words of the service, and one with: what happened is never all that is said.
    for (const text of [common.failed, common.busy, common.noNetwork, common.broken.text])
      expect(text, text).toMatch(/thử lại|tự tải lại/i);
    // Nothing was done yet where somebody signs in: there the next step is what counts.
    for (const text of Object.values(account.refusals)) expect(longSentences(text)).toEqual([]);
  });

  it('are the only place with Vietnamese in it', () => {
    const letters = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/u;
    const found = sources.filter((file) => letters.test(code(file)));
    expect(found).toEqual([]);
  });

  it('are the only place with words drawn on a page', () => {
    const words = /(?<!=)>\s*[A-Za-z]{3,}[^<>{}=;()]*</;
    const found = sources.filter((file) => file.endsWith('.tsx') && words.test(code(file)));
    expect(found).toEqual([]);
  });
});
