import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import type { Site } from './browser-site.ts';

/** The course whose second lesson has the demo's recording. */
const COURSE = 'an-toan-tren-mang';

/** Gives the demo's learner a seat in the course with the recording: nobody else among learners may watch it. */
export async function takeSeat({ signIn, cloud }: Pick<Site, 'signIn' | 'cloud'>): Promise<void> {
  const learner = await signIn('learner');
  const { runs } = await learner.ok(enrollmentRoutes.getCourse, { params: { courseId: COURSE } });
  const runId = runs.find(({ seatsLeft }) => seatsLeft > 0)?.runId ?? '';
  await learner.ok(enrollmentRoutes.enrol, { params: { runId }, body: {} });
  await cloud.settle(60_000);
}
