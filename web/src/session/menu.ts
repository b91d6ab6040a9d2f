import type { Role } from '../../../shared/contract/roles.ts';
import type { Messages } from '../messages/language.ts';
import type { IconName } from '../ui/icon.tsx';

export type MenuEntry = {
  readonly href: string;
  readonly label: keyof Messages['common']['menu'];
  readonly icon: IconName;
};
type Offered = MenuEntry & { readonly roles: readonly Role[] | 'everybody' };

/** The pages in the order people meet them, with the roles the contracts let call what the page needs. */
const ENTRIES: readonly Offered[] = [
  { href: '/', label: 'home', icon: 'home', roles: 'everybody' },
  {
    href: '/tong-quan',
    label: 'overview',
    icon: 'flag',
    roles: ['director', 'training-head', 'finance-head'],
  },
  { href: '/chien-dich', label: 'campaigns', icon: 'megaphone', roles: ['youth-union'] },
  { href: '/lop', label: 'classes', icon: 'people', roles: ['teacher'] },
  { href: '/hoc-vien', label: 'people', icon: 'people', roles: ['training-head', 'director'] },
  { href: '/soan-khoa-hoc', label: 'authoring', icon: 'pen', roles: ['training-head', 'teacher'] },
  { href: '/tai-len', label: 'upload', icon: 'upload', roles: ['content-staff', 'teacher'] },
  {
    href: '/hoc-lieu',
    label: 'materials',
    icon: 'tick',
    roles: ['training-head', 'content-staff', 'teacher', 'youth-union', 'director'],
  },
  {
    href: '/bao-cao',
    label: 'reports',
    icon: 'report',
    roles: ['director', 'training-head', 'finance-head'],
  },
  {
    href: '/chien-dich',
    label: 'campaigns',
    icon: 'megaphone',
    roles: ['director', 'training-head', 'content-staff'],
  },
  { href: '/khoa-hoc', label: 'courses', icon: 'book', roles: 'everybody' },
  { href: '/hoi-giup', label: 'help', icon: 'help', roles: 'everybody' },
  { href: '/thu-vien', label: 'library', icon: 'star', roles: 'everybody' },
  { href: '/da-tai', label: 'downloads', icon: 'download', roles: ['learner'] },
  { href: '/lich', label: 'calendar', icon: 'calendar', roles: ['learner'] },
  { href: '/chung-nhan', label: 'certificates', icon: 'award', roles: ['learner'] },
  { href: '/xem-muc', label: 'placement', icon: 'flag', roles: ['learner'] },
];

const ACCOUNT: MenuEntry = { href: '/tai-khoan', label: 'account', icon: 'person' };
const SIGN_IN: MenuEntry = { href: '/dang-nhap', label: 'signIn', icon: 'key' };

/** What the signed-in roles may open; `undefined` roles: nobody is signed in. The last entry is always the account. */
export const menuFor = (roles: readonly Role[] | undefined): readonly MenuEntry[] => {
  const mine = ENTRIES.filter(
    (entry) => entry.roles === 'everybody' || entry.roles.some((role) => roles?.includes(role)),
  );
  const once = mine.filter((entry, at) => mine.findIndex(({ href }) => href === entry.href) === at);
  return [...once.map(({ roles: _, ...entry }) => entry), roles ? ACCOUNT : SIGN_IN];
};

/** A phone's bar has room for four; the account page lists the rest. */
export const phoneMenu = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.length <= 4 ? entries : [...entries.slice(0, 3), ...entries.slice(-1)];

/** Whether `href` stands for the page at `path`: itself or one of its sub-pages. */
export const isCurrent = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
