import type { ClassStore } from '../class-store.ts';
import type { SchoolClass } from '../domain/school-class.ts';

export type CreateClass = Pick<SchoolClass, 'classId' | 'code' | 'name'> & {
  readonly request: { readonly actor: string; readonly key: string; readonly at: string };
};

/** Opens an empty class; on a repeat of the request, the class opened first. */
export async function createClass(
  store: ClassStore,
  { request, ...made }: CreateClass,
): Promise<Pick<SchoolClass, 'classId' | 'code' | 'name'> | 'class-code-taken'> {
  const identified = { ...request, route: 'create-class' };
  const saved = await store.saveClass(made, identified);
  if (saved === 'saved') return made;
  if (saved === 'class-code-taken') return saved;
  const earlier = await store.findEarlier(identified);
  return (earlier && (await store.findClass(earlier))) || made;
}
