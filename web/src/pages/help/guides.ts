import { matchesSearch } from '#shared/text/vietnamese.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { HelpWords } from './use-help-words.ts';

export type GuideName = keyof HelpWords['guides'];
type Guide = HelpWords['guides'][GuideName];

type Listed = {
  readonly name: GuideName;
  readonly icon: IconName;
  readonly on?: { readonly href: string; readonly link: keyof HelpWords['links'] };
};

/** The commonest troubles in the order of how often they are asked about, with the page that a guide leads to. */
export const GUIDES: readonly Listed[] = [
  { name: 'signIn', icon: 'key', on: { href: '/dang-nhap', link: 'signIn' } },
  { name: 'textSize', icon: 'search' },
  { name: 'sound', icon: 'speak' },
  { name: 'network', icon: 'noNetwork' },
  { name: 'otherPerson', icon: 'people', on: { href: '/tai-khoan', link: 'account' } },
  { name: 'mark', icon: 'award', on: { href: '/chung-nhan', link: 'certificates' } },
  { name: 'giveUp', icon: 'calendar', on: { href: '/khoa-hoc', link: 'courses' } },
  { name: 'download', icon: 'download', on: { href: '/da-tai', link: 'downloads' } },
  { name: 'classCode', icon: 'card', on: { href: '/vao-lop', link: 'join' } },
  { name: 'suspicious', icon: 'shield', on: { href: '/khoa-hoc/an-toan-tren-mang/bai/2', link: 'scams' } },
];

const wordsOf = ({ title, also }: Guide): string => `${title} ${also}`;

/** The guides that fit what was typed, without marks and by beginnings of words; those named so come first. */
export const findGuides = <G extends { readonly name: GuideName }>(
  guides: readonly G[],
  words: HelpWords['guides'],
  query: string,
): readonly G[] => {
  const fits = guides.filter(({ name }) =>
    matchesSearch(`${wordsOf(words[name])} ${words[name].steps.join(' ')}`, query),
  );
  const isNamed = ({ name }: G) => matchesSearch(wordsOf(words[name]), query);
  return [...fits.filter(isNamed), ...fits.filter((guide) => !isNamed(guide))];
};
