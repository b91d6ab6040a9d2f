import { useMessages } from '../../messages/use-messages.ts';
import type { MenuEntry } from '../../session/menu.ts';
import { Icon } from '../../ui/icon.tsx';

/** Pages that a phone's bar has no room for. */
const ENTRIES: readonly MenuEntry[] = [
  { href: '/thu-vien', label: 'library', icon: 'star' },
  { href: '/lich', label: 'calendar', icon: 'calendar' },
  { href: '/da-tai', label: 'downloads', icon: 'download' },
  { href: '/chung-nhan', label: 'certificates', icon: 'award' },
  { href: '/xem-muc', label: 'placement', icon: 'flag' },
];

/** One tap to a learner's own calendar and records. */
export const Shortcuts = () => {
  const { common, home: t } = useMessages();
  return (
    <nav class="home-shortcuts" aria-label={t.shortcuts}>
      {ENTRIES.map(({ href, label, icon }) => (
        <a key={href} class="btn btn-quiet" href={href}>
          <Icon name={icon} />
          {common.menu[label]}
        </a>
      ))}
    </nav>
  );
};
