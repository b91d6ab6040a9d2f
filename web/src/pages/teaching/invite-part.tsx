import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';

const loadInvite = async () => {
  try {
    return { ok: true as const, body: await import('../people/class-invite.tsx') };
  } catch {
    return { ok: false as const, problem: { type: '', code: 'offline', title: '', status: 0 } };
  }
};

/** The code that lets people into the class. Its script draws QR codes, which the other parts do without. */
export const InvitePart = (about: { readonly classId: string; readonly name: string }) => {
  const loaded = useResource(loadInvite, []);
  return <Loaded of={loaded}>{({ ClassInvite }) => <ClassInvite {...about} />}</Loaded>;
};
