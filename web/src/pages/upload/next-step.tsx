import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Material, type Standing, standingOf } from '../materials/standing.ts';

/** Between two looks for the material of a file that has just become ready, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

/** How far a file is from being seen: one that is shown stays shown while its next version is worked on. */
export const stepOf = (material: Material): Standing =>
  material.issued && !material.withdrawn ? 'issued' : standingOf(material);

/** Whose turn it is before anybody sees a file that can be watched here, and the way to that step. */
export const NextStep = ({ assetId }: { assetId: string }) => {
  const { recording: t } = useMessages();
  const loaded = useResource(() => api.getDeskMaterial({ params: { materialId: assetId } }), [assetId]);
  // The news that the file is ready comes to the library a moment later.
  usePolling(loaded.reload, LOOK_EVERY_MS, loaded.problem?.status === 404);
  if (!loaded.data) return null;
  const step = stepOf(loaded.data);
  const isTodo = step === 'draft' || step === 'returned';
  return (
    <Notice tone={step === 'issued' ? 'good' : 'plain'}>
      <p>{t.next[step]}</p>
      <a class={isTodo ? 'btn' : 'btn btn-quiet'} href={`/hoc-lieu/${assetId}`}>
        {isTodo ? t.handIn : t.material}
      </a>
    </Notice>
  );
};
