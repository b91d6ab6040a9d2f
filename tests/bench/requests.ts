import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { answerQuiz, enrol } from '../support/learning.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { bareHandler } from './bare-handler.ts';
import { interleaved, printTable, quantile } from './figures.ts';

const ENROLMENTS = 300;
const LEARNERS = 8;
/** Of each learner at each quiz; half of them are handed in through the cloud, half to the bare handler. */
const ATTEMPTS = 20;

const row = (name: string, cloud: number[], bare: number[]) =>
  [0.5, 0.99].map((share) => {
    const [one, other] = [quantile(cloud, share), quantile(bare, share)];
    return [`${name} p${share * 100}`, one, other, one / other, cloud.length];
  });

async function benchEnrol(platform: LocalPlatform, centre: Centre) {
  const { handle: bare } = await bareHandler(platform, 'Enrollment');
  const runId = await openRun(centre, 2000);
  const request = () => ({ params: { runId }, body: { personId: ulid() }, key: randomUUID() });
  const [cloud, direct] = await interleaved(
    ENROLMENTS,
    () => centre.admin.ok(enrollmentRoutes.enrol, request()),
    () => {
      const { params, body, key } = request();
      const headers = { 'idempotency-key': key };
      return bare(enrollmentRoutes.enrol, centre.admin, ['training-head'], { params, body, headers });
    },
  );
  return row('enrol', cloud, direct);
}

async function benchSubmit(platform: LocalPlatform, centre: Centre) {
  const { handle: bare } = await bareHandler(platform, 'Quizzes');
  const runId = await openRun(centre, 2000, 'BENCH');
  for (const learner of centre.learners) await enrol(learner, runId);
  await platform.quiet();
  const quiz = { title: 'Đo', itemCount: 6, attemptsAllowed: 20, passHundredths: 500 };
  const { quizId } = await centre.admin.ok(quizRoutes.publishQuiz, {
    params: { courseId: centre.courseId },
    body: quiz,
  });
  const samples: [number[], number[]] = [[], []];
  for (let done = 0; done < (ATTEMPTS / 2) * LEARNERS; done += 1) {
    const learner = centre.learners[done % LEARNERS] as Client;
    for (const [way, list] of samples.entries()) {
      const { attemptId } = await answerQuiz(learner, quizId);
      const params = { attemptId };
      const began = performance.now();
      if (way === 0) await learner.ok(quizRoutes.submitAttempt, { params });
      else await bare(quizRoutes.submitAttempt, learner, ['learner'], { params });
      if (done >= LEARNERS) list.push(performance.now() - began);
    }
  }
  return row('hand in a quiz', ...samples);
}

/** A request through the local cloud (HTTP, gateway, worker, store) beside the bare handler on the same store, in turn. */
export async function benchRequests(): Promise<void> {
  const platform = await startPlatform();
  try {
    const centre = await openCentre(platform, { learners: LEARNERS });
    const rows = [...(await benchEnrol(platform, centre)), ...(await benchSubmit(platform, centre))];
    printTable('Requests', ['request', 'local cloud, ms', 'bare handler, ms', 'ratio', 'samples'], rows);
  } finally {
    await platform.stop();
  }
}
