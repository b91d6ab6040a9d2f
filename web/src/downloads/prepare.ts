import { api, apiAs } from '../api/api.ts';
import { addressOf } from '../api/client.ts';
import { routes } from '../api/routes.generated.ts';
import type { RouteName } from '../api/types.ts';
import { keptKey, ownerOf } from '../kept/keeping.ts';
import type { Download, KeptRecording } from './download.ts';
import { fetchText, keepText, Unavailable } from './fetch-files.ts';
import { downloadedSource, filesOf, narrowMaster, playlistsOf } from './playlist.ts';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** Reads the playlists of a recording; all addresses that belong to the rendition. */
const filesOfRendition = async (
  { playlist, rendition }: KeptRecording,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const master = await fetchText(playlist, signal);
  const source = downloadedSource(playlist, rendition);
  const lists = playlistsOf(playlist, master, rendition);
  if (!lists.includes(source)) await keepText(source, narrowMaster(master, rendition), HLS_TYPE);
  const texts = await Promise.all(lists.map(async (list) => filesOf(list, await fetchText(list, signal))));
  return [playlist, source, ...lists, ...texts.flat()];
};

/** All addresses that belong to a recording, what is shown beside it included. */
const filesOfRecording = async (
  recording: KeptRecording,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const { file, poster, captions = [] } = recording;
  const played = file ? [file] : await filesOfRendition(recording, signal);
  return [...played, ...(poster ? [poster] : []), ...captions.map(({ path }) => path)];
};

type Wanted = readonly [RouteName, Parameters<typeof addressOf>[1]];

const wantedFor = ({ slug, lessonNo, courseId }: NonNullable<Download['lesson']>): readonly Wanted[] => [
  ['getCourse', { params: { courseId: slug } }],
  ['getLesson', { params: { courseId: slug, lessonNo } }],
  ['listCourseMedia', { params: { courseId } }],
];

/**
 * Has the answers that a lesson is shown from kept on the device for whoever asked for it, who need not be the one
 * that the phone shows by now, and returns their keys. What a visitor may not ask is left out: the lesson is whole
 * without.
 */
const keepAnswers = async (
  lesson: NonNullable<Download['lesson']>,
  owner: string | undefined,
): Promise<readonly string[]> => {
  const { slug, lessonNo, courseId } = lesson;
  const asOwner = owner ? apiAs(owner) : api;
  const replies = [
    asOwner.getCourse({ params: { courseId: slug } }),
    asOwner.getLesson({ params: { courseId: slug, lessonNo } }),
    ...(owner ? [asOwner.listCourseMedia({ params: { courseId } })] : []),
  ];
  for (const reply of replies) {
    const answer = await reply;
    if (!answer.ok && answer.problem.code === 'offline') throw new TypeError('No network');
    if (!answer.ok) throw new Unavailable(answer.problem.code);
    // Read back: what is not on the device now would be missing without a network.
    if (!(await reply.kept())) throw new DOMException('The answer was not kept', 'QuotaExceededError');
  }
  return wantedFor(lesson).flatMap(([name, call]) => {
    const key = keptKey(name, addressOf(routes[name][1], call), owner);
    return key ? [key] : [];
  });
};

/** Finds out what a download consists of; what is not media is on the device after that. */
export const prepare = async (
  { key, recordings, papers = [], lesson }: Download,
  signal: AbortSignal,
): Promise<Pick<Download, 'files' | 'answers'>> => {
  const answers = lesson ? await keepAnswers(lesson, ownerOf(key)) : [];
  const files = await Promise.all(recordings.map((recording) => filesOfRecording(recording, signal)));
  return { answers, files: [...new Set([...files, ...papers.map((paper) => paper.files)].flat())] };
};
