import type { Role } from '../../shared/contract/roles.ts';
import type { vi } from '../src/messages/vi.ts';
import { type PageName, type pages, type SitePage, sitePages } from '../src/pages.ts';
import { deskDocuments } from './desk-documents.ts';
import { learnerDocuments } from './learner-documents.ts';

type OwnStarts = {
  /** Whom the page is for; nothing is asked for anybody else, who would be refused. */
  readonly roles: readonly Role[];
  /** As in `starts`; a part `?name` stands for what the query says of it, and a read of which it says nothing is left out. */
  readonly reads: readonly string[];
};

/** What the document of a page says and starts before any script has arrived: the build alone needs to know it. */
export type PageDocument = {
  /** Its component: a file below pages/, without the ending. `app.tsx`, or for a desk `desk-pages.ts`, fetches the same one. */
  readonly module: string;
  /** Heading until the page knows a better one (a course's title, a person's name). */
  readonly heading: (words: typeof vi) => string;
  /**
   * GETs of the API that need no sign-in and that the document starts itself; `:name` stands for the same part of the
   * address. The page asks for the same ones by `api`, which then does not ask again.
   */
  readonly starts?: readonly string[];
  /** The same for GETs in the name of whoever is signed in: sent as soon as their token is there. */
  readonly own?: OwnStarts;
  /** With an entry on the device whose key begins like this the document starts nothing. */
  readonly unlessKept?: string;
};

/** Name of a page for work at a desk. */
export type DeskPage = {
  [Name in PageName]: (typeof pages)[Name] extends { readonly deskWords: unknown } ? Name : never;
}[PageName];

const documents: Readonly<Record<PageName, PageDocument>> = { ...learnerDocuments, ...deskDocuments };

/** A page with what its document says. */
export type DocumentedPage = SitePage & PageDocument;

export const documentOf = (name: PageName): PageDocument => documents[name];

/** The page table with the document of each page, in its order. */
export const documentedPages = sitePages.map(([name, page]): readonly [PageName, DocumentedPage] => [
  name,
  { ...page, ...documents[name] },
]);
