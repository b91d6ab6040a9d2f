import * as z from 'zod';

/** A PDF as pages to look at. Paths on this site. */
export const PlayableDocument = z
  .object({
    pages: z.int().min(1),
    /** Sizes and words of all pages in reading order, one file of JSON (`PageTexts`); `bytes` is its length. */
    text: z.object({ path: z.string(), bytes: z.int() }),
    /** Here lies the picture of every page in every width: `<folder>/0001-800.webp`. */
    folder: z.string(),
    /** Narrowest first; `bytes` counts the pictures of all pages. */
    widths: z.array(z.object({ width: z.int(), bytes: z.int() })),
    /** The file as it was sent. It is only ever saved, never opened on the site. */
    original: z.object({ path: z.string(), bytes: z.int() }),
  })
  .meta({ id: 'PlayableDocument' });
export type PlayableDocument = z.infer<typeof PlayableDocument>;

/** The file at `PlayableDocument.text`. */
export const PageTexts = z.object({
  pages: z.array(
    z.object({
      /** Pixels of the widest picture: its shape is known before it is fetched. */
      width: z.int(),
      height: z.int(),
      /** Lines in reading order; empty for a page that is a scan. */
      text: z.string(),
    }),
  ),
});
export type PageTexts = z.infer<typeof PageTexts>;

/** A picture in the sizes that screens ask for. Paths on this site. */
export const PlayableImage = z
  .object({
    /** What a person who does not see it needs to know of it. */
    alt: z.string(),
    /** Here lies every size in every format: `<folder>/w640.avif`, `.webp` and `.jpg`. */
    folder: z.string(),
    /** Narrowest first, never wider than the source. */
    sizes: z.array(
      z.object({
        width: z.int(),
        height: z.int(),
        bytes: z.object({ avif: z.int(), webp: z.int(), jpg: z.int() }),
      }),
    ),
  })
  .meta({ id: 'PlayableImage' });
export type PlayableImage = z.infer<typeof PlayableImage>;

/** A SCORM 1.2 package: pages of strangers, which run at an origin of their own. */
export const PlayablePackage = z
  .object({
    /** What is opened first, with its parameters: an address relative to the folder of the package. */
    launch: z.string(),
    /** What its maker calls it. */
    title: z.string().optional(),
    /** In their order, where there are several; `chapter` is what those around are gathered under. */
    lessons: z.array(z.object({ title: z.string().optional(), chapter: z.string().optional() })).optional(),
    files: z.int().min(1),
    /** Of all its files, unpacked. */
    bytes: z.int().nonnegative(),
  })
  .meta({ id: 'PlayablePackage' });
export type PlayablePackage = z.infer<typeof PlayablePackage>;
