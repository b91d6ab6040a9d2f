/** What a build of the site is made of; written into the worker by `plugin.ts`. */
export type Site = {
  /** Hash of everything below: two builds that differ in a byte are two versions. */
  readonly version: string;
  /** Every page's shell, scripts, styles and letters that a learner needs; staff pages are kept when first opened. */
  readonly files: readonly SiteFile[];
  /** What plays recordings: too much for every phone, kept once something was downloaded. */
  readonly player: readonly SiteFile[];
  /** Which shell answers which address, as the source of a regular expression. */
  readonly pages: readonly { readonly pattern: string; readonly shell: string }[];
};

export type SiteFile = {
  readonly path: string;
  /** As `fetch` checks it: during a deployment the old file may still stand at the address. */
  readonly integrity: string;
};
