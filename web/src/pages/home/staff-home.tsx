import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { givenName } from '../../format/numbers.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { menuFor } from '../../session/menu.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';

const isTask = (href: string, tasks: Messages['home']['staff']): href is keyof Messages['home']['staff'] =>
  Object.hasOwn(tasks, href);

/** For staff: their own tasks, the first one largest. */
export const StaffHome = ({ roles }: { roles: readonly Role[] }) => {
  const { home: t } = useMessages();
  const me = useResource(() => api.getMe(), []);
  return (
    <Page title={me.data ? t.hello(givenName(me.data.fullName)) : t.helloNoName} lead={t.staffLead}>
      <ul class="tasks">
        {menuFor(roles).map(({ href, icon }) => {
          if (!isTask(href, t.staff)) return null;
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
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </Page>
  );
};
