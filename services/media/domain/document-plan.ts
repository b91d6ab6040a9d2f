import { hashOfPlan } from './plan-hash.ts';
import { accept, reject, type Verdict } from './rejection.ts';

/** Largest PDF taken, in bytes (100 MiB): a worker reads it whole, and the reader keeps a copy. */
export const MAX_DOCUMENT_BYTES = 100 * 1024 ** 2;
/** Most pages of one document; longer ones are books, which are sent as parts. */
export const MAX_PAGES = 500;
/** Pages made by one delivery of a message: half a minute of work, so little is lost with a worker. */
const PAGES_PER_GROUP = 8;

/** Pixels across, for a phone held upright and for a desk; a page is made wide once and halved. */
export const PAGE_WIDTHS = [800, 1600] as const;
const WIDE = PAGE_WIDTHS[1];
/** Tallest picture of a page: a receipt metres long is made narrower instead. */
const MAX_HEIGHT = 4 * WIDE;

/** A page as it is shown, upright, in points of 1/72 inch or, once planned, in pixels of its widest picture. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What reading the document told. */
export interface DocumentFacts {
  readonly pages: readonly PageSize[];
}

/** Decides every byte made of a document, as a `TranscodePlan` does of a recording. */
export interface DocumentPlan {
  readonly kind: 'document';
  readonly engine: string;
  /** The widest picture of each page, in pixels. */
  readonly pages: readonly PageSize[];
  readonly planHash: string;
}

/** A group of pages is one piece of work. */
export type PageGroup = `pages-${number}`;

const isPageSize = ({ width, height }: PageSize) =>
  width > 0 && height > 0 && Number.isFinite(width * height);

function pictureOf({ width, height }: PageSize): PageSize {
  const scale = Math.min(WIDE / width, MAX_HEIGHT / height);
  return {
    width: Math.max(2, Math.round(width * scale)),
    height: Math.max(2, Math.round(height * scale)),
  };
}

/** Turns what was read into a plan for the named engine, or says why the document is refused. */
export function planDocument({ pages }: DocumentFacts, engine: string): Verdict<DocumentPlan> {
  if (pages.length === 0 || !pages.every(isPageSize)) return reject('DAMAGED');
  if (pages.length > MAX_PAGES) return reject('TOO_MANY_PAGES');
  const plan = { kind: 'document' as const, engine, pages: pages.map(pictureOf) };
  return accept({ ...plan, planHash: hashOfPlan(plan) });
}

/** Every group of a plan, in the order of the pages. */
export const groupsOf = ({ pages }: DocumentPlan): PageGroup[] =>
  Array.from({ length: Math.ceil(pages.length / PAGES_PER_GROUP) }, (_, n): PageGroup => `pages-${n}`);

/** Numbers of a group's pages, from 1. A group the plan does not have is a bug of the caller. */
export function pagesOfGroup({ pages }: DocumentPlan, group: PageGroup): number[] {
  const first = Number(group.slice('pages-'.length)) * PAGES_PER_GROUP + 1;
  if (!(first >= 1 && first <= pages.length)) throw new RangeError(`${group} of ${pages.length} pages`);
  const count = Math.min(PAGES_PER_GROUP, pages.length - first + 1);
  return Array.from({ length: count }, (_, n) => first + n);
}

/** Pixels of a page's picture for one of `PAGE_WIDTHS`; a page made narrower is halved alike. */
export const pageAt = ({ width, height }: PageSize, across: (typeof PAGE_WIDTHS)[number]): PageSize => ({
  width: Math.round((width * across) / WIDE),
  height: Math.round((height * across) / WIDE),
});

/** `0001-800.webp`: sorts as the pages do. */
export const pageName = (page: number, across: number): string =>
  `${String(page).padStart(4, '0')}-${across}.webp`;
