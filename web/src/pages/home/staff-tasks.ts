import type { Role } from '../../../../shared/contract/roles.ts';
import { type MenuEntry, menuFor } from '../../session/menu.ts';
import type { StaffHomeWords } from './use-staff-words.ts';

type Words = { readonly title: string; readonly text: string };
export type Task = Pick<MenuEntry, 'href' | 'icon'> & Words;

const tasksAmong = (entries: readonly MenuEntry[], words: Readonly<Record<string, Words>>): readonly Task[] =>
  entries.flatMap(({ href, icon }) => {
    const said = words[href];
    return said ? [{ href, icon, ...said }] : [];
  });

/**
 * What a member of staff may do, in the order of the menu. A role that no route of the platform names has no work of
 * its own: it gets the pages that everybody has, and `isOwn` is false.
 */
export const staffTasks = (
  roles: readonly Role[],
  { staff, everybody }: Pick<StaffHomeWords, 'staff' | 'everybody'>,
): { readonly isOwn: boolean; readonly tasks: readonly Task[] } => {
  const entries = menuFor(roles);
  const isOwn = entries.some(({ href }) => Object.hasOwn(staff, href) && !Object.hasOwn(everybody, href));
  return { isOwn, tasks: tasksAmong(entries, isOwn ? staff : everybody) };
};
