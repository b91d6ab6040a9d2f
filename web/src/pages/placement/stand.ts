import type { DomainLevel } from '../../../../services/quizzes/contract.ts';
import { type Domain, mainDomain } from '../courses/domain-look.ts';

/** The steps of the framework, the lowest first. */
export const LEVELS = ['CB1', 'CB2', 'TC1', 'TC2', 'NC1', 'NC2', 'CS1', 'CS2'] as const;

/** Steps taken in a domain: 0 below the first. */
export const stepsOf = ({ level }: Pick<DomainLevel, 'level'>): number =>
  level === undefined ? 0 : LEVELS.indexOf(level) + 1;

type Course = { readonly slug: string; readonly title: string; readonly competenceCodes: readonly string[] };
type Stand<C> = {
  /** Where the person stands highest; undefined when all domains are even. */
  readonly strongest?: Domain;
  /** What to learn first: the lowest domain, of even ones the first. */
  readonly learnFirst: Domain;
  /** A course for it: one that is mostly about it, else the one that has most of it. */
  readonly course?: C;
};

const partOf = (domain: Domain, { competenceCodes }: Course): number =>
  competenceCodes.filter((code) => code.startsWith(domain)).length;

const courseFor = <C extends Course>(domain: Domain, courses: readonly C[]): C | undefined => {
  const about = courses.filter((course) => partOf(domain, course) > 0);
  const most = about.toSorted((a, b) => partOf(domain, b) - partOf(domain, a));
  return most.find(({ competenceCodes }) => mainDomain(competenceCodes) === domain) ?? most[0];
};

/** Where a person stands in short, and what follows from it; undefined when no domain was measured. */
export function standOf<C extends Course>(
  levels: readonly DomainLevel[],
  courses: readonly C[],
): Stand<C> | undefined {
  const measured = levels.filter(({ isMeasured }) => isMeasured).toSorted((a, b) => stepsOf(a) - stepsOf(b));
  const [lowest, highest] = [measured[0], measured.at(-1)];
  if (!lowest || !highest) return undefined;
  const course = courseFor(lowest.domain, courses);
  return {
    ...(stepsOf(highest) > stepsOf(lowest) && { strongest: highest.domain }),
    learnFirst: lowest.domain,
    ...(course && { course }),
  };
}
