import { demoCaptions } from './content.ts';
import { findLecture } from './load-lecture.ts';
import { expectStatus, type Send } from './session.ts';

type Track = { readonly language: string; readonly published?: object };

/** What is said in the lecture, once it can be watched: shown with it, read beside it, and found by the library. */
export async function loadCaptions(contentStaff: Send): Promise<void> {
  const lecture = await findLecture(contentStaff);
  if (!lecture) throw new Error('demo: there is no lecture to write captions for');
  const captions = `/v1/media/${lecture.assetId}/captions`;
  const { tracks } = await expectStatus(contentStaff, [200], 'GET', captions);
  const known = (tracks as Track[]).find(({ language }) => language === 'vi');
  if (known?.published) return;
  const body = { version: 0, text: demoCaptions() };
  const saved = known ?? (await expectStatus(contentStaff, [200], 'PUT', `${captions}/vi`, body));
  const { version } = saved as { version: number };
  await expectStatus(contentStaff, [200], 'POST', `${captions}/vi/publication`, { version });
}
