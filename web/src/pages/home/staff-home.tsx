import type { Role } from '../../../../shared/contract/roles.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { staffTasks, type Task } from './staff-tasks.ts';
import { countTasks, isCounted, type TaskCount } from './task-counts.ts';
import { TvDoor } from './tv-door.tsx';
import { useGreeting } from './use-greeting.ts';
import { type StaffHomeWords, useStaffWords } from './use-staff-words.ts';

/** What is known of a task already, and whether it asks for somebody. */
const countOf = (count: TaskCount, t: StaffHomeWords): { readonly text: string; readonly asks: boolean } => {
  if (count.kind === 'recordings') {
    const { working, failed } = count;
    return { text: t.counts.recordings(working, failed), asks: failed > 0 };
  }
  if (count.kind === 'campaigns') return { text: t.counts.campaigns(count.open, count.touches), asks: false };
  if (count.kind === 'classes')
    return { text: t.counts.classes(count.classes, count.behind), asks: count.behind > 0 };
  if (count.kind === 'materials') return { text: t.counts.materials(count.waiting), asks: count.waiting > 0 };
  if (count.kind === 'courses') return { text: t.counts.courses(count.courses), asks: false };
  return { text: t.counts.report(count.day), asks: false };
};

const Count = ({ count }: { count: TaskCount }) => {
  const t = useStaffWords();
  const { text, asks } = countOf(count, t);
  return <span class={asks ? 'chip chip-sophora number' : 'chip number'}>{text}</span>;
};

type TaskProps = { readonly task: Task; readonly count: TaskCount | undefined; readonly isAwaited: boolean };

const TaskCard = ({ task: { href, icon, title, text }, count, isAwaited }: TaskProps) => (
  <a class="card task" href={href}>
    <span class="tile-sign">
      <Icon name={icon} size={28} />
    </span>
    <span>
      <b>{title}</b>
      <span class="muted">{text}</span>
      {count && <Count count={count} />}
      {isAwaited && <span class="chip chip-awaited" />}
    </span>
  </a>
);

/** For somebody without work of their own on this site: whose work the rest is. */
const WhoDoes = () => {
  const t = useStaffWords();
  return (
    <Section title={t.whoDoes}>
      <dl class="card who-does">
        {t.whoDoesWhat.map(({ what, who }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

type Props = { readonly personId: string; readonly roles: readonly Role[] };

const Tasks = ({ personId, roles }: Props) => {
  const t = useStaffWords();
  const { tasks, isOwn } = staffTasks(roles, t);
  const hrefs = tasks.map(({ href }) => href);
  const counts = useResource(
    async () => ({ ok: true, body: await countTasks(hrefs, roles) }),
    [roles.join()],
  );
  return (
    <Page title={useGreeting(personId)} lead={isOwn ? t.staffLead : t.noTasksLead}>
      <ul class="tasks">
        {tasks.map((task) => (
          <li key={task.href}>
            <TaskCard
              task={task}
              count={counts.data?.get(task.href)}
              isAwaited={!counts.data && isCounted(task.href, roles)}
            />
          </li>
        ))}
      </ul>
      {!isOwn && <WhoDoes />}
      <TvDoor />
    </Page>
  );
};

/** For staff: their own tasks with what is known of each, the first one largest, and the way to the screen in the hall. */
const StaffHome = () => {
  const who = useStore(session);
  return who.state === 'in' ? <Tasks personId={who.personId} roles={who.roles} /> : null;
};
export default StaffHome;
