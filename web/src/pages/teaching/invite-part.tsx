import { fetchedScript } from '../../state/fetched-script.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';

/** The code that lets people into the class. Its script draws QR codes, which the other parts do without. */
export const InvitePart = (about: { readonly classId: string; readonly name: string }) => {
  const loaded = useResource(() => fetchedScript(() => import('../people/class-invite.tsx')), []);
  return <Loaded of={loaded}>{({ ClassInvite }) => <ClassInvite {...about} />}</Loaded>;
};
