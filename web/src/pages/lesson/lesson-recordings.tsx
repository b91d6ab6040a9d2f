import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Material } from '../../materials/material.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Section } from '../../ui/page.tsx';

type Playable = BodyOf<'listCourseMedia'>['media'][number];

/**
 * The recordings of one lesson; undefined until it is known which there are. The text is the lesson: it does not wait
 * for them, and where they cannot be had (no network, nobody signed in) there are none.
 */
export const useLessonRecordings = (
  courseId: string | undefined,
  lessonNo: number,
): readonly Playable[] | undefined => {
  const isIn = useStore(session).state === 'in';
  const loaded = useResource(
    isIn && courseId ? () => api.listCourseMedia({ params: { courseId } }) : undefined,
    [courseId, isIn],
  );
  if (isIn && !loaded.data && !loaded.problem) return undefined;
  return loaded.data?.media.filter((asset) => asset.lessonNo === lessonNo) ?? [];
};

/** The recordings of a lesson, below its text: they are known later, and above it they would push away what is being read. */
export const LessonRecordings = ({ recordings }: { recordings: readonly Playable[] }) => {
  const { courses: t } = useMessages();
  if (recordings.length === 0) return null;
  return (
    <div class="no-print">
      <Section title={t.recordings}>
        <div class="stack">
          {recordings.map((asset) => (
            <Material key={asset.assetId} asset={asset} />
          ))}
        </div>
      </Section>
    </div>
  );
};
