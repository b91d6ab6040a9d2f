import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { givenName } from '../../format/numbers.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { menuFor } from '../../session/menu.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { countTasks, isCounted, type TaskCount } from './task-counts.ts';
import { TvDoor } from './tv-door.tsx';

const isTask = (href: string, tasks: Messages['home']['staff']): href is keyof Messages['home']['staff'] =>
  Object.hasOwn(tasks, href);

/** What is known of a task already, and whether it asks for somebody. */
const countOf = (
  count: TaskCount,
  t: Messages['home'],
): { readonly text: string; readonly asks: boolean } => {
  if (count.kind === 'recordings') {
    const { working, failed } = count;
    return { text: t.counts.recordings(working, failed), asks: failed > 0 };
  }
  if (count.kind === 'campaigns') return { text: t.counts.campaigns(count.open, count.touches), asks: false };
  if (count.kind === 'classes')
    return { text: t.counts.classes(count.classes, count.behind), asks: count.behind > 0 };
  if (count.kind === 'courses') return { text: t.counts.courses(count.courses), asks: false };
  return { text: t.counts.report(count.day), asks: false };
};

const Count = ({ count }: { count: TaskCount }) => {
  const { home: t } = useMessages();
  const { text, asks } = countOf(count, t);
  return <span class={asks ? 'chip chip-sophora number' : 'chip number'}>{text}</span>;
};

/** For staff: their own tasks with what is known of each, the first one largest, and the way to the screen in the hall. */
export const StaffHome = ({ roles }: { roles: readonly Role[] }) => {
  const { home: t } = useMessages();
  const me = useResource(() => api.getMe(), []);
  const tasks = menuFor(roles).filter(({ href }) => isTask(href, t.staff));
  const counts = useResource(
    async () => ({
      ok: true,
      body: await countTasks(
        tasks.map(({ href }) => href),
        roles,
      ),
    }),
    [roles.join()],
  );
  return (
    <Page title={me.data ? t.hello(givenName(me.data.fullName)) : t.helloNoName} lead={t.staffLead}>
      <ul class="tasks">
        {tasks.map(({ href, icon }) => {
          if (!isTask(href, t.staff)) return null;
          const count = counts.data?.get(href);
          const { title, text } = t.staff[href];
          return (
            <li key={href}>
              <a class="card task" href={href}>
                <span class="tile-sign">
                  <Icon name={icon} size={28} />
                </span>
                <span>
                  <b>{title}</b>
                  <span class="muted">{text}</span>
                  {count && <Count count={count} />}
                  {!counts.data && isCounted(href, roles) && <span class="chip chip-awaited" />}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <TvDoor />
    </Page>
  );
};
