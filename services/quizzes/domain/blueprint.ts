import type { ItemVersion } from './bank.ts';
import { permutation } from './permutation.ts';

/** A row of a blueprint: so many items of a competence, a level, a kind. What a row does not name, it leaves open. */
export type BlueprintRow = Partial<Pick<ItemVersion, 'competenceCode' | 'level' | 'kind'>> & {
  readonly count: number;
  /** What the row is worth, in hundredths of the 10-point scale; each of its items an equal share. All rows say it or none. */
  readonly marks?: number;
};

/** Questions in one quiz, by the contract. One write takes an attempt with all its answers: 100 items at most. */
const MOST_QUESTIONS = 60;

const sumOf = (rows: readonly BlueprintRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/** Whether all rows together ask more than one quiz may. */
export const asksTooMany = (rows: readonly BlueprintRow[]): boolean => sumOf(rows) > MOST_QUESTIONS;

type Drawable = Pick<ItemVersion, 'kind' | 'competenceCode' | 'level'> & { readonly itemId: string };

/** What a bank lacks for one row: what fits the row may be taken by rows that overlap with it. */
export type Shortage = { readonly row: number; readonly missing: number; readonly fitting: number };

export type BlueprintDraw =
  | { readonly kind: 'drawn'; readonly itemIds: readonly string[] }
  | { readonly kind: 'short'; readonly shortages: readonly Shortage[] };

/** Whether an item is of the kind that a row asks for. */
export const fitsRow = (
  { competenceCode, level, kind }: BlueprintRow,
  item: Omit<Drawable, 'itemId'>,
): boolean =>
  (competenceCode === undefined || competenceCode === item.competenceCode) &&
  (level === undefined || level === item.level) &&
  (kind === undefined || kind === item.kind);

/** Which items each row has so far. */
class Seating {
  readonly #rows: readonly BlueprintRow[];
  readonly taken: readonly Drawable[][];

  constructor(rows: readonly BlueprintRow[]) {
    this.#rows = rows;
    this.taken = rows.map(() => []);
  }

  /** Seats an item, moving others to rows that fit them, too; false when no move makes room. */
  seat(item: Drawable, asked = new Set<number>()): boolean {
    return this.#rows.some((row, place) => {
      if (asked.has(place) || !fitsRow(row, item)) return false;
      asked.add(place);
      const seated = this.taken[place] ?? [];
      if (seated.length < row.count) {
        seated.push(item);
        return true;
      }
      const moved = seated.findIndex((other) => this.seat(other, asked));
      if (moved === -1) return false;
      seated.splice(moved, 1, item);
      return true;
    });
  }
}

/**
 * Draws the items of a blueprint. Items come in an order that the seed decides, and each is seated in a row, by
 * augmenting paths (bipartite matching, Kuhn 1955): overlapping rows find a draw whenever there is one. Items alike in
 * competence, level and kind are drawn equally often, since nothing but that order tells them apart.
 */
export function drawBlueprint(
  items: readonly Drawable[],
  rows: readonly BlueprintRow[],
  seed: string,
): BlueprintDraw {
  const wanted = sumOf(rows);
  const sorted = items.toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const seating = new Seating(rows);
  let seats = 0;
  for (const place of permutation(sorted.length, seed)) {
    const item = sorted[place];
    if (seats === wanted) break;
    if (item && seating.seat(item)) seats += 1;
  }
  if (seats === wanted) return { kind: 'drawn', itemIds: seating.taken.flat().map(({ itemId }) => itemId) };
  const shortages = rows.map((row, place) => ({
    row: place,
    missing: row.count - (seating.taken[place]?.length ?? 0),
    fitting: items.filter((item) => fitsRow(row, item)).length,
  }));
  return { kind: 'short', shortages: shortages.filter(({ missing }) => missing > 0) };
}

/** The whole of a paper: 10 points, in hundredths. */
const WHOLE = 1000;

/** Whether rows say what they are worth and it is not the whole, or only some of them say it. */
export const marksAreAstray = (rows: readonly BlueprintRow[]): boolean => {
  const said = rows.flatMap(({ marks }) => marks ?? []);
  return said.length > 0 && (said.length < rows.length || said.reduce((a, b) => a + b, 0) !== WHOLE);
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * What each drawn item counts for, in the order of the draw: whole numbers in which a row's marks are shared out evenly
 * (they are multiplied by what all counts divide). Undefined where rows say no marks.
 */
export function weightsOf(
  rows: readonly BlueprintRow[],
  itemIds: readonly string[],
): Readonly<Record<string, number>> | undefined {
  if (rows.some(({ marks }) => marks === undefined)) return undefined;
  const shared = rows.reduce((all, { count }) => (all * count) / gcd(all, count), 1);
  const each = rows.flatMap(({ count, marks = 0 }) =>
    Array.from({ length: count }, () => (marks * shared) / count),
  );
  return Object.fromEntries(itemIds.map((itemId, place) => [itemId, each[place] ?? 0]));
}

type Cell = Omit<BlueprintRow, 'count' | 'kind' | 'marks'> &
  Pick<ItemVersion, 'kind'> & { readonly count: number };

/** How many items there are of each competence, level and kind. */
export function countCells(items: readonly Omit<Drawable, 'itemId'>[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { kind, competenceCode, level } of items) {
    const name = [competenceCode, level, kind].join('/');
    const count = (cells.get(name)?.count ?? 0) + 1;
    cells.set(name, { kind, ...(competenceCode && { competenceCode }), ...(level && { level }), count });
  }
  return [...cells.values()];
}
