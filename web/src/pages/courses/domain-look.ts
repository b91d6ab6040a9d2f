import type { IconName } from '../../ui/icon.tsx';

export type Domain = '1' | '2' | '3' | '4' | '5' | '6';
type Look = { readonly icon: IconName; readonly tint: 'leaf' | 'vermilion' | 'sophora' | 'indigo' };

/** Sign and colour of each domain of the learners' digital competence framework (circular 02/2025/TT-BGDĐT). */
const LOOKS: Readonly<Record<Domain, Look>> = {
  '1': { icon: 'search', tint: 'sophora' },
  '2': { icon: 'chat', tint: 'indigo' },
  '3': { icon: 'card', tint: 'leaf' },
  '4': { icon: 'shield', tint: 'vermilion' },
  '5': { icon: 'phone', tint: 'leaf' },
  '6': { icon: 'chip', tint: 'indigo' },
};

const isDomain = (text: string): text is Domain => Object.hasOwn(LOOKS, text);

/**
 * The domain a course is mostly about: the one most of its competence codes belong to; on a tie the later
 * one, because the first domains are part of nearly every course.
 */
export const mainDomain = (competenceCodes: readonly string[]): Domain => {
  const domains = competenceCodes
    .map((code) => code.slice(0, 1))
    .filter(isDomain)
    .sort((a, b) => b.localeCompare(a));
  const weight = (domain: Domain) => domains.filter((other) => other === domain).length;
  return domains.reduce<Domain>(
    (best, next) => (weight(next) > weight(best) ? next : best),
    domains[0] ?? '5',
  );
};

export const lookOf = (domain: Domain): Look => LOOKS[domain];
