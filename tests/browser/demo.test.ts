import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAttempts } from '../../local/demo/content.ts';
import { EarlierDays } from '../../local/demo/earlier-days.ts';
import { loadAttempts } from '../../local/demo/load-attempts.ts';
import type { LoadedCourse } from '../../local/demo/load-courses.ts';
import { expectStatus, type Send, signIn } from '../../local/demo/session.ts';
import { type Site, startSite } from '../support/browser-site.ts';

const clock = new EarlierDays();
let site: Site;
let courses: LoadedCourse[];
/** Signing in is what takes the time. */
const signedIn = new Map<string, Send>();

beforeAll(async () => {
  site = await startSite(clock);
  const admin = await signIn(site.cloud, 'quantri');
  courses = (await expectStatus(admin, [200], 'GET', '/v1/courses')).courses as LoadedCourse[];
}, 180_000);
afterAll(() => site?.stop());

/** How many attempts each learner has at each course's quiz: those that are told, and those that are there. */
async function attempts(): Promise<{
  readonly told: Map<string, number>;
  readonly there: Map<string, number>;
}> {
  const told = new Map<string, number>();
  for (const { loginName, course } of demoAttempts())
    told.set(`${loginName} ${course}`, (told.get(`${loginName} ${course}`) ?? 0) + 1);
  const there = new Map<string, number>();
  for (const key of told.keys()) {
    const [loginName = '', slug] = key.split(' ');
    const learner = signedIn.get(loginName) ?? (await signIn(site.cloud, loginName));
    signedIn.set(loginName, learner);
    const courseId = courses.find((one) => one.slug === slug)?.courseId;
    const { quizzes } = await expectStatus(learner, [200], 'GET', `/v1/courses/${courseId}/quizzes`);
    const [{ quizId } = { quizId: '' }] = quizzes as { quizId: string }[];
    const mine = await expectStatus(learner, [200], 'GET', `/v1/quizzes/${quizId}/my-attempts`);
    there.set(key, (mine.attempts as unknown[]).length);
  }
  return { told, there };
}

describe('the demo', () => {
  it('has every attempt that it tells of, also two at one quiz', async () => {
    const { told, there } = await attempts();
    expect(Math.max(...told.values())).toBeGreaterThan(1);
    expect(there).toEqual(told);
  });

  it('gets no second ones when it is loaded again, long after the keys of its requests are gone', async () => {
    site.cloud.services.dynamoDb.sweep();
    await loadAttempts(site.cloud, clock, await signIn(site.cloud, 'quantri'), courses);
    const { told, there } = await attempts();
    expect(there).toEqual(told);
  });
});
