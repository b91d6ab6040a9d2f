import { fold } from '#shared/text/vietnamese.ts';

/** What a column holds: an option by its letter, or one of the named parts. */
export type Column =
  | 'title'
  | 'stem'
  | 'kind'
  | 'key'
  | 'explanation'
  | 'competence'
  | 'level'
  | `option ${string}`;

/** Headings as teachers and their other tools write them, folded. */
const HEADINGS: Readonly<Record<string, Column>> = {
  ...{ 'ten cau': 'title', 'ten cau hoi': 'title', 'ma cau': 'title', 'ma cau hoi': 'title', title: 'title' },
  ...{ 'cau hoi': 'stem', 'noi dung': 'stem', 'noi dung cau hoi': 'stem', 'de bai': 'stem' },
  ...{ question: 'stem', 'question text': 'stem' },
  ...{
    loai: 'kind',
    'loai cau': 'kind',
    'loai cau hoi': 'kind',
    'dang cau': 'kind',
    'question type': 'kind',
  },
  ...{ 'dap an': 'key', 'dap an dung': 'key', key: 'key', answer: 'key', 'correct answer': 'key' },
  ...{ 'giai thich': 'explanation', 'loi giai': 'explanation', explanation: 'explanation' },
  ...{ 'answer explanation': 'explanation', 'huong dan giai': 'explanation' },
  ...{ 'nang luc': 'competence', 'ma nang luc': 'competence', competence: 'competence' },
  ...{ bac: 'level', 'muc do': 'level', level: 'level' },
};
const OPTION = /^(?:(?:dap an|lua chon|phuong an|option|answer)\s*)?(?<letter>[a-h]|[1-8])$/;

const columnOf = (heading: string): Column | undefined => {
  const plain = fold(heading.replace(/[*:()]/g, ' '));
  const letter = OPTION.exec(plain)?.groups?.letter;
  if (letter === undefined) return HEADINGS[plain];
  return `option ${/\d/.test(letter) ? String.fromCharCode(64 + Number(letter)) : letter.toUpperCase()}`;
};

/** Which column each cell of a heading row begins; undefined when the row is none: it names no question or no key. */
export function columnsOf(row: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = row.map(columnOf);
  return columns.includes('stem') && columns.includes('key') ? columns : undefined;
}
