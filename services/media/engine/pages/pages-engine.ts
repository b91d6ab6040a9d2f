import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { MOST_LESSONS } from '#shared/contract/package-data.ts';
import {
  type DocumentFacts,
  type DocumentPlan,
  type PageGroup,
  pagesOfGroup,
} from '../../domain/document-plan.ts';
import type { ImageFacts, ImagePlan } from '../../domain/image-plan.ts';
import { isFairName } from '../../domain/package-files.ts';
import {
  type FileGroup,
  filesOfGroup,
  type PackageFacts,
  type PackagePlan,
} from '../../domain/package-plan.ts';
import type { PageFacts, SizeFacts } from '../../domain/paper-presentation.ts';
import { type RejectionCode, reject, type Verdict } from '../../domain/rejection.ts';
import type { EngineOptions } from '../engine.ts';
import type { RangeReader } from '../range-reader.ts';
import { type EngineOutcome, failed, runChild, VERDICT_WORK_MS } from '../run-child.ts';
import type { PagesJob } from './pages-job.ts';

/** Name reader, painter and encoder with their settings; part of every plan, so that no document mixes two. */
export const DOCUMENT_ENGINE = 'pdfjs-dist/6.5.438+canvas/1.1.1+sharp/0.35.5+webp76.2';
export const IMAGE_ENGINE = 'sharp/0.35.5+avif50-webp75-jpg78.1';
export const PACKAGE_ENGINE = 'package.1';

/** Turns documents, pictures and packages into what is shown of them; every call is a process of its own. */
export interface PagesEngine {
  readDocument(sourcePath: string, outDir: string): Promise<EngineOutcome<Verdict<DocumentFacts>>>;
  /** Writes `<outDir>/0001-800.webp` and so on. */
  makePages(
    plan: DocumentPlan,
    group: PageGroup,
    sourcePath: string,
    outDir: string,
  ): Promise<EngineOutcome<readonly PageFacts[]>>;
  readPicture(sourcePath: string, outDir: string): Promise<EngineOutcome<Verdict<ImageFacts>>>;
  /** Writes `<outDir>/w320.avif` and so on. */
  makeSizes(
    plan: ImagePlan,
    sourcePath: string,
    outDir: string,
  ): Promise<EngineOutcome<readonly SizeFacts[]>>;
  readPackage(source: RangeReader, outDir: string): Promise<EngineOutcome<Verdict<PackageFacts>>>;
  /** Writes `<outDir>/<number of the file>` for every file of the group, and tells their names. */
  unpackFiles(
    plan: PackagePlan,
    group: FileGroup,
    source: RangeReader,
    outDir: string,
  ): Promise<EngineOutcome<readonly UnpackedFile[]>>;
}

/** A file of a package, and what it is called below `outDir`. */
export interface UnpackedFile {
  readonly name: string;
  readonly path: string;
}

const DEFAULTS = { timeoutMs: 240_000, maxRssBytes: 1_200_000_000 };
/**
 * Looking at a document or picture takes a second of work; one that takes VERDICT_WORK_MS is made to, and comes again no
 * other. By the clock it may take longer, on a busy machine. Of a package every file is unpacked, which takes as long as
 * it is large.
 */
const READING_MS = 30_000;
const LOOKED_AT: readonly PagesJob['type'][] = ['read-document', 'read-picture'];

const REFUSALS = [
  ...['ENCRYPTED', 'DAMAGED', 'TOO_MANY_PAGES', 'TOO_LARGE', 'CODEC'],
  ...['NO_MANIFEST', 'BAD_MANIFEST', 'NOT_SCORM_12', 'TOO_MANY_LESSONS', 'LAUNCH_MISSING'],
  ...['FILE_NAMES', 'TOO_MANY_FILES', 'ZIP_METHOD'],
] as const satisfies RejectionCode[];

const Side = z.number().positive();
const Refused = z.object({
  ok: z.literal(false),
  rejection: z.object({
    code: z.enum(REFUSALS),
  }),
});
const verdictOf = <S extends z.ZodType>(value: S) =>
  z.union([z.object({ ok: z.literal(true), value }), Refused]);

/** What comes out of the child is read as a stranger's: something may have broken out of a decoder in it. */
const DocumentVerdict = verdictOf(
  z.object({ pages: z.array(z.object({ width: z.number(), height: z.number() })) }),
);
const PictureVerdict = verdictOf(z.object({ width: Side, height: Side, frames: z.int().min(1) }));
const Pages = z.array(z.object({ page: z.int(), text: z.string(), bytes: z.array(z.int()) }));
const Sizes = z.array(
  z.object({ width: Side, height: Side, bytes: z.object({ avif: z.int(), webp: z.int(), jpg: z.int() }) }),
);

const Name = z.string().refine(isFairName);
const PackageLesson = z.object({
  launch: z.string().min(1),
  title: z.string().optional(),
  chapter: z.string().optional(),
});
const PackageVerdict = verdictOf(
  z.object({
    launch: z.string().min(1),
    title: z.string().optional(),
    lessons: z.array(PackageLesson).min(2).max(MOST_LESSONS).optional(),
    files: z.array(z.object({ name: Name, bytes: z.int().min(0), crc: z.int() })).min(1),
  }),
);
const Unpacked = z.array(z.object({ name: Name }));

type Work = PagesJob extends infer J ? (J extends PagesJob ? Omit<J, 'resultPath'> : never) : never;
type Run = <S extends z.ZodType>(
  work: Work,
  outDir: string,
  Result: S,
  source?: RangeReader,
) => Promise<EngineOutcome<z.infer<S>>>;

function jobRunner(options: EngineOptions): Run {
  const limits = { ...DEFAULTS, ...options, nodePath: options.nodePath ?? process.env.NODE_PATH };
  return async (work, outDir, Result, source) => {
    await mkdir(outDir, { recursive: true });
    const resultPath = join(outDir, 'result.json');
    const reading = { timeoutMs: Math.min(READING_MS, limits.timeoutMs), maxWorkMs: VERDICT_WORK_MS };
    const bounds = LOOKED_AT.includes(work.type) ? { ...limits, ...reading } : limits;
    const outcome = await runChild({ ...work, resultPath }, source, bounds);
    if (!outcome.ok) return outcome;
    const result = Result.safeParse(JSON.parse(await readFile(resultPath, 'utf8')));
    return result.success ? { ok: true, value: result.data } : failed('ENGINE', result.error.message);
  };
}

async function unpackFiles(
  run: Run,
  plan: PackagePlan,
  group: FileGroup,
  source: RangeReader,
  outDir: string,
): Promise<EngineOutcome<readonly UnpackedFile[]>> {
  const [from, to] = filesOfGroup(plan, group);
  const { filesHash } = plan;
  const job = { type: 'unpack-files', sourceSize: source.size, filesHash, from, to, outDir } as const;
  const unpacked = await run(job, outDir, Unpacked, source);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.length !== to - from) return failed('ENGINE', `${group} is not whole`);
  return { ok: true, value: unpacked.value.map(({ name }, at) => ({ name, path: String(from + at) })) };
}

/** A verdict on a file, which is damaged too when it keeps its reader at work for ever; not when its store is slow. */
const judged = <T>(outcome: EngineOutcome<Verdict<T>>): EngineOutcome<Verdict<T>> =>
  !outcome.ok && outcome.failure.code === 'WORK' ? { ok: true, value: reject('DAMAGED') } : outcome;

/** An engine that runs every job in a process of its own, under the given limits. */
export function createPagesEngine(options: EngineOptions): PagesEngine {
  const run = jobRunner(options);
  return {
    readDocument: async (sourcePath, outDir) =>
      judged(await run({ type: 'read-document', sourcePath }, outDir, DocumentVerdict)),
    makePages: (plan, group, sourcePath, outDir) => {
      const pages = pagesOfGroup(plan, group).map((page) => {
        const size = plan.pages[page - 1];
        if (!size) throw new RangeError(`page ${page} of ${plan.pages.length}`);
        return { page, ...size };
      });
      return run({ type: 'make-pages', sourcePath, outDir, pages }, outDir, Pages);
    },
    readPicture: async (sourcePath, outDir) =>
      judged(await run({ type: 'read-picture', sourcePath }, outDir, PictureVerdict)),
    makeSizes: ({ sizes }, sourcePath, outDir) =>
      run({ type: 'make-sizes', sourcePath, outDir, sizes }, outDir, Sizes),
    readPackage: (source, outDir) =>
      run({ type: 'read-package', sourceSize: source.size }, outDir, PackageVerdict, source),
    unpackFiles: (plan, group, source, outDir) => unpackFiles(run, plan, group, source, outDir),
  };
}
