import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/contract/roles.ts';
import { documentOf } from '../../web/shells/page-documents.ts';
import { pageAt } from '../../web/src/pages.ts';
import type { TourStage } from './browser-stage.ts';
import { TOUR } from './browser-tour.ts';
import type { Visit } from './browser-visit.ts';
import { lookAt } from './page-faults.ts';

/** Nobody in particular when undefined. */
export type Visitor = Role | undefined;
const visitors = new Set<Visitor>(TOUR.map(({ role }) => role));
const LEARNERS: readonly Visitor[] = [undefined, 'learner'];

/** Who learns, also without an account, and who works at a desk: two halves of the tour that may be walked at a time. */
export const WALKS = {
  learners: LEARNERS,
  staff: [...visitors].filter((role) => !LEARNERS.includes(role)),
} as const satisfies Readonly<Record<string, readonly Visitor[]>>;

/** Looks at every page that these people have. */
export const lookAtPagesOf = (roles: readonly Visitor[], tour: TourStage): void => {
  describe.each([...roles])('the pages of %s', (role) => {
    let visit: Visit;
    /** Which pages were called by a title: it is all that a list of tabs or of visited pages shows. */
    const titled = new Map<string, Set<string>>();

    beforeAll(async () => {
      visit = await (role ? tour.openAs(role) : tour.open());
    });
    afterAll(() => visit?.context.close());

    it.each(TOUR.filter((stop) => stop.role === role && !stop.tv))('$name', async (stop) => {
      expect((await lookAt(visit, stop, tour.places)).join('\n')).toBe('');
      const title = await visit.page.title();
      titled.set(
        title,
        (titled.get(title) ?? new Set()).add(documentOf(pageAt(new URL(visit.page.url()).pathname)).module),
      );
      expect({ faults: visit.faults, strangers: visit.strangers }).toEqual({ faults: [], strangers: [] });
    });

    it('have a title each that no other one has', () => {
      expect(titled.size).toBeGreaterThan(0);
      expect([...titled].filter(([, modules]) => modules.size > 1)).toEqual([]);
    });
  });
};
