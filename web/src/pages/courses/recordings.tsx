import { api } from '../../api/api.ts';
import { TakeAlong } from '../../downloads/take-along.tsx';
import { Material } from '../../materials/material.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';

/** The recordings of a course; anyone who is signed in may watch them. */
export const Recordings = ({ courseId, slug }: { courseId: string; slug: string }) => {
  const { courses: t } = useMessages();
  const who = useStore(session);
  const isIn = who.state === 'in';
  const loaded = useResource(isIn ? () => api.listCourseMedia({ params: { courseId } }) : undefined, [
    courseId,
    isIn,
  ]);
  if (!isIn) return <p class="muted">{t.recordingsSignIn}</p>;
  return (
    <Loaded of={loaded}>
      {({ media }) => (
        <div class="stack">
          {media.length === 0 && <p class="muted">{t.noRecordings}</p>}
          {media.map((asset) => (
            <div key={asset.assetId}>
              <Material asset={asset} />
              <TakeAlong
                subject={{
                  id: `recording ${asset.assetId}`,
                  title: asset.title,
                  href: `/khoa-hoc/${slug}`,
                  recordings: [asset],
                }}
              />
            </div>
          ))}
        </div>
      )}
    </Loaded>
  );
};
