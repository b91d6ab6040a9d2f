/** What is known of a material when it is looked for. Texts as people wrote them; folding is the index's business. */
export interface Searchable {
  readonly id: string;
  readonly title: string;
  /** Description, source and names of its tracks and competences. */
  readonly about: string;
  /** What is said in it, or written on its pages. */
  readonly spoken: string;
  /** What a search can be narrowed to, for example `kind:video`, `track:ai`, `competence:4.1`, `language:vi`. */
  readonly facets: readonly string[];
}

/** How much a word in this place tells about the whole. Settled by the ranking examples beside the index. */
export const PLACES = [
  { place: 'title', boost: 6, usualWords: 8 },
  { place: 'about', boost: 2, usualWords: 25 },
  { place: 'spoken', boost: 1, usualWords: 600 },
] as const;
