import { expect, vi as vitest } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import type { Client } from './client.ts';
import { issueMaterial, untilInLibrary } from './issue-material.ts';
import { sendFile } from './send-file.ts';

/** Polling of vitest's own is for tests alone. */
const PATIENCE = { timeout: 60_000, interval: 100 };

type File = { readonly content: Buffer; readonly title: string; readonly altText?: string };

/** Sends files to a lesson, has a second person issue them, and waits until the course lists them; their assets, in order. */
export async function publishInLesson(
  signIn: (role: 'content-staff' | 'training-head') => Promise<Client>,
  { course, lessonNo }: { readonly course: string; readonly lessonNo: number },
  files: readonly File[],
): Promise<string[]> {
  const [maker, appraiser] = await Promise.all([signIn('content-staff'), signIn('training-head')]);
  const { courseId } = await maker.ok(enrollmentRoutes.getCourse, { params: { courseId: course } });
  const assets: string[] = [];
  for (const { content, ...about } of files) {
    const asset = await sendFile(maker, content, { ...about, courseId, lessonNo });
    expect(asset).toMatchObject({ status: 'ready' });
    await untilInLibrary(maker, asset.assetId);
    await issueMaterial({ maker, appraiser }, asset.assetId);
    assets.push(asset.assetId);
  }
  // The course page hears of the library's word a moment later.
  const areListed = async () => {
    const { media } = await maker.ok(mediaRoutes.listCourseMedia, { params: { courseId } });
    return assets.every((wanted) => media.some(({ assetId }) => assetId === wanted));
  };
  await vitest.waitUntil(areListed, PATIENCE);
  return assets;
}
