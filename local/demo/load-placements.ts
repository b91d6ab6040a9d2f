import type { Cloud } from '../cloud.ts';
import { approveItems } from './approve-items.ts';
import { demoCourses, demoPlacementItems, demoPlacements, demoQuestions } from './content.ts';
import type { LoadedCourse } from './load-courses.ts';
import { type Item, rightOnes, rightResponse } from './right-answers.ts';
import { expectStatus, inParallel, type Send, signIn } from './session.ts';

type Staff = { readonly admin: Send; readonly appraiser: Send };
type Placement = {
  readonly placementId: string;
  readonly status: string;
  readonly step: number;
  readonly waiting?: { readonly item: Item };
};

/** The bank that keeps the questions which no quiz was drawn from. */
const BANK = 'hoc-truc-tuyen';
const LEVELS = ['CB1', 'CB2', 'TC1', 'TC2'];

/** What is right in all files, and of which level each question is. */
function knowledge() {
  const files = demoCourses().map(demoQuestions);
  const items = demoPlacementItems();
  const right = items.flatMap(({ options }) =>
    options.flatMap(({ text, weight }) => (weight > 0 ? [text] : [])),
  );
  const marked = files.flatMap((gift) => [...gift.matchAll(/level: (\w+)\n::[^:]+::(.+?)\{/g)]);
  return {
    rightOnes: new Set([...files.flatMap((gift) => [...rightOnes(gift)]), ...right]),
    levels: new Map([
      ...marked.map(([, level = '', stem = '']) => [stem, level] as const),
      ...items.map(({ stem, level }) => [stem, level] as const),
    ]),
  };
}
type Knowledge = ReturnType<typeof knowledge>;

/** Goes through a placement as somebody who knows what is asked up to a level and says of the rest that they do not. */
async function takePlacement(learner: Send, level: string, { rightOnes, levels }: Knowledge): Promise<void> {
  const { placements } = await expectStatus(learner, [200], 'GET', '/v1/my/placements');
  if ((placements as Placement[]).some(({ status }) => status === 'finished')) return;
  const started = await expectStatus(learner, [200], 'POST', '/v1/placements');
  let placement = started as unknown as Placement;
  while (placement.waiting) {
    const { item } = placement.waiting;
    const knows = LEVELS.indexOf(levels.get(item.stem) ?? 'CB1') <= LEVELS.indexOf(level);
    const response = knows ? rightResponse(item, rightOnes) : undefined;
    const path = `/v1/placements/${placement.placementId}/answers/${placement.step}`;
    const next = await expectStatus(learner, [200], 'PUT', path, response ? { response } : {});
    placement = next as unknown as Placement;
  }
}

async function publish({ admin, appraiser }: Staff, courses: readonly LoadedCourse[]): Promise<void> {
  const { diagnostic } = await expectStatus(admin, [200], 'GET', '/v1/diagnostics/current');
  if (diagnostic) return;
  const bank = courses.find(({ slug }) => slug === BANK)?.courseId;
  const questions = demoPlacementItems();
  const { faults } = await expectStatus(admin, [200], 'PUT', `/v1/item-banks/${bank}/items`, { questions });
  if ((faults as unknown[]).length > 0) throw new Error(`demo: placement: ${JSON.stringify(faults)}`);
  await approveItems(appraiser, String(bank));
  const courseIds = courses.map(({ courseId }) => courseId);
  // Whoever tries the demo may do so again at once.
  const rules = { title: 'Bạn đang ở mức nào?', courseIds, repeatAfterDays: 0 };
  await expectStatus(admin, [201], 'POST', '/v1/diagnostics', rules);
}

/** A diagnostic over all banks, which some learners of a class have taken. */
export async function loadPlacements(
  cloud: Cloud,
  staff: Staff,
  courses: readonly LoadedCourse[],
): Promise<void> {
  await publish(staff, courses);
  const known = knowledge();
  await inParallel(demoPlacements(), 3, async ({ loginName, level }) =>
    takePlacement(await signIn(cloud, loginName), level, known),
  );
}
