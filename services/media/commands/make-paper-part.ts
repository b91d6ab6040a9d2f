import { join } from 'node:path';
import type { Deliveries } from '../deliveries.ts';
import { asideOf, folderOf, packageFolderOf } from '../domain/delivery-path.ts';
import { type DocumentPlan, PAGE_WIDTHS, type PageGroup, pageName } from '../domain/document-plan.ts';
import { IMAGE_FORMATS, type ImagePlan, imageName } from '../domain/image-plan.ts';
import type { FileGroup, PackagePlan } from '../domain/package-plan.ts';
import { typeOfPackageFile } from '../domain/package-types.ts';
import type { PaperPart, PaperPlan } from '../domain/paper-plan.ts';
import { COVER_NAME, PAGES_FOLDER, type PaperFacts } from '../domain/paper-presentation.ts';
import type { PagesEngine } from '../engine/pages/pages-engine.ts';
import type { RangeReader } from '../engine/range-reader.ts';
import type { EngineOutcome } from '../engine/run-child.ts';
import { inScratch, inScratchWith } from '../scratch.ts';

export type MakeTools = {
  readonly deliveries: Deliveries;
  readonly pages: Pick<PagesEngine, 'makePages' | 'makeSizes' | 'unpackFiles'>;
};

/** Makes one part and stores its files; a repeat stores nothing, because every name is taken by the same bytes. */
export function makePaperPart(
  tools: MakeTools,
  assetId: string,
  source: RangeReader,
  plan: PaperPlan,
  part: PaperPart,
): Promise<EngineOutcome<PaperFacts>> {
  if (plan.kind === 'package') return storeFiles(tools, assetId, source, plan, part as FileGroup);
  return inScratchWith(source, async (path, folder) => {
    const { deliveries, pages } = tools;
    const target = folderOf(assetId, plan.planHash);
    const made =
      plan.kind === 'document'
        ? await makeGroup(pages, plan, part as PageGroup, path, join(folder, 'out'))
        : await makeSizes(pages, plan, path, join(folder, 'out'));
    if (!made.ok) return made;
    const { facts, files } = made.value;
    await Promise.all(
      files.map(({ name, key }) => deliveries.putFile(`${target}/${key}`, join(folder, 'out', name))),
    );
    return { ok: true, value: facts };
  });
}

/** Files of a package one after the other: a lesson is mostly small ones, and few large ones fill the memory. */
function storeFiles(
  { deliveries, pages }: MakeTools,
  assetId: string,
  source: RangeReader,
  plan: PackagePlan,
  part: FileGroup,
): Promise<EngineOutcome<PaperFacts>> {
  return inScratch(async (folder) => {
    const outDir = join(folder, 'out');
    const unpacked = await pages.unpackFiles(plan, part, source, outDir);
    if (!unpacked.ok) return unpacked;
    const target = packageFolderOf(assetId, plan.planHash);
    for (const { name, path } of unpacked.value)
      await deliveries.putFile(`${target}/${name}`, join(outDir, path), typeOfPackageFile(name));
    return { ok: true, value: { part, files: unpacked.value.length } };
  });
}

/** A file the engine wrote, and its key below the folder of the plan. */
type Made = { readonly name: string; readonly key: string };
type Outcome = EngineOutcome<{ readonly facts: PaperFacts; readonly files: readonly Made[] }>;

async function makeGroup(
  engine: MakeTools['pages'],
  plan: DocumentPlan,
  part: PageGroup,
  path: string,
  outDir: string,
): Promise<Outcome> {
  const made = await engine.makePages(plan, part, path, outDir);
  if (!made.ok) return made;
  const pages = made.value.flatMap(({ page }) => PAGE_WIDTHS.map((across) => pageName(page, across)));
  const files = pages.map((name) => ({ name, key: `${PAGES_FOLDER}/${name}` }));
  const cover = part === 'pages-0' ? [{ name: COVER_NAME, key: asideOf(COVER_NAME) }] : [];
  return { ok: true, value: { facts: { part, pages: made.value }, files: [...files, ...cover] } };
}

async function makeSizes(
  engine: MakeTools['pages'],
  plan: ImagePlan,
  path: string,
  outDir: string,
): Promise<Outcome> {
  const made = await engine.makeSizes(plan, path, outDir);
  if (!made.ok) return made;
  const names = plan.sizes.flatMap(({ width }) => IMAGE_FORMATS.map((format) => imageName(width, format)));
  const files = names.map((name) => ({ name, key: name }));
  return { ok: true, value: { facts: { part: 'sizes', sizes: made.value }, files } };
}
