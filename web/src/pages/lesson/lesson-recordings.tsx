import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { VideoPlayer } from '../../ui/video-player.tsx';

type Props = { readonly courseId: string; readonly lessonNo: number };

/**
 * The recordings of one lesson, above its text. The text is the lesson: nothing waits for them, and where they cannot
 * be had (no network, nobody signed in) the page is whole without.
 */
export const LessonRecordings = ({ courseId, lessonNo }: Props) => {
  const { courses: t } = useMessages();
  const isIn = useStore(session).state === 'in';
  const loaded = useResource(isIn ? () => api.listCourseMedia({ params: { courseId } }) : undefined, [
    courseId,
    isIn,
  ]);
  const mine = loaded.data?.media.filter((asset) => asset.lessonNo === lessonNo) ?? [];
  if (mine.length === 0) return null;
  return (
    <section class="stack lesson-recordings" aria-label={t.recordings}>
      {mine.map((asset) => (
        <VideoPlayer key={asset.assetId} asset={asset} />
      ))}
    </section>
  );
};
