import { folderOf } from './delivery-path.ts';
import { PAGE_WIDTHS, type PageSize } from './document-plan.ts';
import type { ImageFormat, ImageSize } from './image-plan.ts';
import type { Lesson } from './package-lessons.ts';
import type { PackagePlan } from './package-plan.ts';
import type { PaperPart, PaperPlan } from './paper-plan.ts';
import { partsOfPaper } from './paper-plan.ts';

export const PAGES_FOLDER = 'pages';
export const TEXT_NAME = 'text.json';
export const ORIGINAL_NAME = 'original.pdf';
/** The top of the first page. What is named like this is shown to everybody, as of recordings, once it is issued. */
export const COVER_NAME = 'poster.webp';

/** One page as it was made: its words, and the bytes of its picture in each of `PAGE_WIDTHS`. */
export interface PageFacts {
  readonly page: number;
  readonly text: string;
  readonly bytes: readonly number[];
}

export interface SizeFacts extends ImageSize {
  readonly bytes: Readonly<Record<ImageFormat, number>>;
}

/** What making one part told. */
export type PaperFacts =
  | { readonly part: PaperPart; readonly pages: readonly PageFacts[] }
  | { readonly part: PaperPart; readonly sizes: readonly SizeFacts[] }
  | { readonly part: PaperPart; readonly files: number };

/** A document as the site tells of it; see `PlayableDocument` of the contract. */
export interface ShownDocument {
  readonly pages: number;
  readonly text: { readonly path: string; readonly bytes: number };
  readonly folder: string;
  readonly widths: { readonly width: number; readonly bytes: number }[];
  readonly original: { readonly path: string; readonly bytes: number };
}

/** A picture as the site tells of it; see `PlayableImage`. */
export interface ShownImage {
  readonly alt: string;
  readonly folder: string;
  readonly sizes: {
    readonly width: number;
    readonly height: number;
    readonly bytes: Record<ImageFormat, number>;
  }[];
}

/** A package as the site tells of it; see `PlayablePackage`. */
export interface ShownPackage {
  readonly launch: string;
  readonly title?: string;
  /** Only where there are several. */
  readonly lessons?: Lesson[];
  readonly files: number;
  readonly bytes: number;
}

export type Shown =
  | { readonly poster: string; readonly document: ShownDocument }
  | { readonly image: ShownImage }
  | { readonly package: ShownPackage };

export interface PaperPresentation {
  readonly shown: Shown;
  /** To be stored after everything else that it names; pictures need none. */
  readonly text?: string;
}

type Presented = PaperPresentation | { readonly fault: string };

const textFile = (sizes: readonly PageSize[], pages: readonly PageFacts[]): string =>
  JSON.stringify({
    pages: pages.map(({ text }, at) => ({ width: sizes[at]?.width, height: sizes[at]?.height, text })),
  });

function presentPackage(plan: PackagePlan, parts: readonly PaperFacts[]): Presented {
  const stored = parts.reduce((sum, part) => sum + ('files' in part ? part.files : 0), 0);
  if (stored !== plan.files) return { fault: 'files without facts' };
  const { launch, title, lessons, files, bytes } = plan;
  const about = { launch, ...(title && { title }), ...(lessons && { lessons }) };
  return { shown: { package: { ...about, files, bytes } } };
}

/** What a lesson of a package opens, counted from 1; undefined where it has not so many. */
export const launchOfLesson = (
  { launch, lessons = [{ launch }] }: ShownPackage,
  lesson: number,
): string | undefined => lessons[lesson - 1]?.launch;

/** What the site says of the finished parts, or a fault of the engine that must not be published. */
export function presentPaper(
  plan: PaperPlan,
  facts: readonly PaperFacts[],
  about: { readonly assetId: string; readonly alt: string; readonly originalBytes: number },
): Presented {
  const folder = `/${folderOf(about.assetId, plan.planHash)}`;
  const parts = partsOfPaper(plan).flatMap((part) => facts.find((each) => each.part === part) ?? []);
  if (plan.kind === 'package') return presentPackage(plan, parts);
  if (plan.kind === 'image') {
    const sizes = parts.flatMap((part) => ('sizes' in part ? part.sizes : []));
    if (sizes.length !== plan.sizes.length) return { fault: 'sizes without facts' };
    const made = sizes.map(({ width, height, bytes }) => ({ width, height, bytes: { ...bytes } }));
    return { shown: { image: { alt: about.alt, folder, sizes: made } } };
  }
  const pages = parts.flatMap((part) => ('pages' in part ? part.pages : []));
  if (pages.length !== plan.pages.length || pages.some(({ page }, at) => page !== at + 1))
    return { fault: 'pages without facts' };
  const text = textFile(plan.pages, pages);
  const widths = PAGE_WIDTHS.map((width, at) => ({
    width,
    bytes: pages.reduce((sum, { bytes }) => sum + (bytes[at] ?? 0), 0),
  }));
  const document = {
    pages: pages.length,
    text: { path: `${folder}/${TEXT_NAME}`, bytes: Buffer.byteLength(text) },
    folder: `${folder}/${PAGES_FOLDER}`,
    widths,
    original: { path: `${folder}/${ORIGINAL_NAME}`, bytes: about.originalBytes },
  };
  return { shown: { poster: `${folder}/${COVER_NAME}`, document }, text };
}
