import { useRef } from 'preact/hooks';
import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Notice } from '../../ui/notice.tsx';
import { isOneOf, MAKERS } from '../materials/desk-roles.ts';
import { type Material, type Standing, standingOf } from '../materials/standing.ts';

/** Between two looks for the material of a file that has just become ready, in milliseconds. */
const LOOK_EVERY_MS = 2_000;
/** A minute: the news takes seconds, and a file of which the library has not heard by then it will not hear of soon. */
const MOST_LOOKS = 30;

/** Whether the library, which answered with this status, is asked again after so many looks. */
export const isAwaitedThere = (status: number | undefined, looks: number): boolean =>
  status === 404 && looks < MOST_LOOKS;

/** How far a file is from being seen: one that is shown stays shown while its next version is worked on. */
export const stepOf = (material: Material): Standing =>
  material.issued && !material.withdrawn ? 'issued' : standingOf(material);

/** What a step says to somebody with these roles: the desk lets makers alone work on a draft, others wait for them. */
export const turnOf = (
  step: Standing,
  roles: readonly Role[],
  t: Messages['recording'],
): { readonly text: string; readonly isTodo: boolean } => {
  if (step !== 'draft' && step !== 'returned') return { text: t.next[step], isTodo: false };
  const isTodo = isOneOf(roles, MAKERS);
  return { text: (isTodo ? t.next : t.nextOfOthers)[step], isTodo };
};

/** Whose turn it is before anybody sees a file that can be watched here, and the way to that step. */
export const NextStep = ({ assetId }: { assetId: string }) => {
  const { recording: t } = useMessages();
  const who = useStore(session);
  const looks = useRef(0);
  const look = () => {
    looks.current += 1;
    return api.getDeskMaterial({ params: { materialId: assetId } });
  };
  const loaded = useResource(look, []);
  // The news that the file is ready comes to the library a moment later.
  usePolling(loaded.reload, LOOK_EVERY_MS, isAwaitedThere(loaded.problem?.status, looks.current));
  if (!loaded.data) return null;
  const step = stepOf(loaded.data);
  const { text, isTodo } = turnOf(step, who.state === 'in' ? who.roles : [], t);
  return (
    <Notice tone={step === 'issued' ? 'good' : 'plain'}>
      <p>{text}</p>
      <a class={isTodo ? 'btn' : 'btn btn-quiet'} href={`/hoc-lieu/${assetId}`}>
        {isTodo ? t.handIn : t.material}
      </a>
    </Notice>
  );
};
