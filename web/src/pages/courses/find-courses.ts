import { matchesSearch } from '#shared/text/vietnamese.ts';
import { type Domain, mainDomain } from './domain-look.ts';

type Course = {
  readonly title: string;
  readonly summary: string;
  readonly competenceCodes: readonly string[];
};

/**
 * The courses that fit what was typed and the domain that was chosen: words by their beginnings and without marks
 * ("an toan" does not find "thanh toán"), those that fit by their title before those that fit by their summary.
 */
export const findCourses = <C extends Course>(
  courses: readonly C[],
  query: string,
  domain: Domain | undefined,
): readonly C[] => {
  const inDomain = courses.filter(
    ({ competenceCodes }) => domain === undefined || mainDomain(competenceCodes) === domain,
  );
  const found = inDomain.filter(({ title, summary }) => matchesSearch(`${title} ${summary}`, query));
  const inTitle = found.filter(({ title }) => matchesSearch(title, query));
  return [...inTitle, ...found.filter((course) => !inTitle.includes(course))];
};

/** The domains that courses are mostly about, in the order of the framework. */
export const domainsOf = (courses: readonly Course[]): readonly Domain[] =>
  [...new Set(courses.map(({ competenceCodes }) => mainDomain(competenceCodes)))].sort();
