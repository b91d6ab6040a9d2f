import { readingsOf } from '#shared/text/typed-number.ts';
import { fold } from '#shared/text/vietnamese.ts';
import type { Response, SeenItem } from '../../contract.ts';
import { fits } from '../item-types.ts';
import { placeOf } from '../shown-id.ts';
import { LETTERS } from './not-on-paper.ts';

const NOTHING = '-';

/** Letters of a cell as places; −1 for a sign that is no letter. Commas, spaces and points between them say nothing. */
const placesIn = (cell: string): readonly number[] =>
  [...cell.toUpperCase().replace(/[\s,.;]/g, '')].map((letter) => LETTERS.indexOf(letter));

const idAt = <T>(shown: readonly T[], place: number | undefined, idOf: (each: T) => string): string => {
  const found = shown[place ?? -1];
  return found ? idOf(found) : '';
};

/** Đúng or sai, by the letter on the sheet; a keyboard without marks writes D. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...['d', 't'].map((sign) => [sign, true] as const),
  ...['s', 'f'].map((sign) => [sign, false] as const),
]);

type ItemOf<K extends SeenItem['kind']> = Extract<SeenItem, { kind: K }>;
type Reader<K extends SeenItem['kind']> = (seen: ItemOf<K>, cell: string) => Response | undefined;

const letters = (cell: string) => cell.replace(/[\s,.;]/g, '').toUpperCase();

const readers: { readonly [K in SeenItem['kind']]?: Reader<K> } = {
  'single-choice': ({ kind, options }, cell) => {
    const [place, ...more] = placesIn(cell);
    return more.length > 0 ? undefined : { kind, optionId: idAt(options, place, (each) => each.optionId) };
  },
  'multiple-choice': ({ kind, options }, cell) => ({
    kind,
    optionIds: placesIn(cell).map((place) => idAt(options, place, (each) => each.optionId)),
  }),
  'true-false': ({ kind }, cell) => {
    const value = TRUTHS.get(fold(cell));
    return value === undefined ? undefined : { kind, value };
  },
  numeric: ({ kind }, cell) =>
    readingsOf(cell).length > 0 && cell.length <= 40 ? { kind, text: cell } : undefined,
  'short-answer': ({ kind }, cell) => (cell.length <= 500 ? { kind, text: cell } : undefined),
  matching: ({ kind, prompts, choices }, cell) => {
    const signs = [...letters(cell)];
    if (signs.length !== prompts.length) return undefined;
    const pairs = prompts.flatMap(({ promptId }, at) => {
      const sign = signs[at] ?? NOTHING;
      const place = LETTERS.indexOf(sign);
      return sign === NOTHING ? [] : [[promptId, idAt(choices, place, (each) => each.choiceId)] as const];
    });
    return { kind, pairs: Object.fromEntries(pairs) };
  },
  ordering: ({ kind, entries }, cell) => ({
    kind,
    entryIds: placesIn(cell).map((place) => idAt(entries, place, (each) => each.entryId)),
  }),
};

/** What was answered on paper to a question of a form; `'unreadable'` when the cell cannot be an answer to it. */
export function readCell(seen: SeenItem, cell: string): Response | 'unreadable' {
  const read = readers[seen.kind] as Reader<SeenItem['kind']> | undefined;
  const response = read?.(seen, cell.normalize('NFC').trim());
  return response && fits(seen, response) ? response : 'unreadable';
}

const letterOf = (id: string | undefined): string => (id ? (LETTERS[placeOf(id)] ?? NOTHING) : NOTHING);

/** A response as it stands on an answer sheet; what `readCell` reads back. */
export function writeCell(seen: SeenItem, response: Response): string {
  switch (response.kind) {
    case 'single-choice':
      return letterOf(response.optionId);
    case 'multiple-choice':
      return response.optionIds.map(letterOf).toSorted().join('');
    case 'true-false':
      return response.value ? 'Đ' : 'S';
    case 'short-answer':
    case 'numeric':
      return response.text;
    case 'matching':
      return seen.kind === 'matching'
        ? seen.prompts.map(({ promptId }) => letterOf(response.pairs[promptId])).join('')
        : '';
    case 'ordering':
      return response.entryIds.map(letterOf).join('');
    default:
      return '';
  }
}
