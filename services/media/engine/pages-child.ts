/**
 * The process that opens strangers' documents, pictures and packages, run by `launch-child.ts`: no credentials, by the system
 * no network, one job, then it ends. Bundled as a file of its own (`pages-child.mjs`); pdf.js, the canvas and sharp are found at run time.
 */
import { writeFile } from 'node:fs/promises';
import type { Reply } from './job.ts';
import { readPackage, unpackFiles } from './pages/package.ts';
import type { PagesJob } from './pages/pages-job.ts';
import { makePages, readDocument } from './pages/pdf.ts';
import { makeSizes, readPicture } from './pages/picture.ts';
import { say, takeJob } from './reply-pipe.ts';

function work(job: PagesJob): Promise<unknown> {
  switch (job.type) {
    case 'read-document':
      return readDocument(job);
    case 'make-pages':
      return makePages(job);
    case 'read-picture':
      return readPicture(job);
    case 'make-sizes':
      return makeSizes(job);
    case 'read-package':
      return readPackage(job);
    case 'unpack-files':
      return unpackFiles(job);
    default:
      return job satisfies never;
  }
}

async function answer(job: PagesJob): Promise<Reply> {
  try {
    await writeFile(job.resultPath, JSON.stringify(await work(job)));
    return { ok: true, engine: job.type };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

export const run = async (): Promise<void> => say(await answer(takeJob()));
