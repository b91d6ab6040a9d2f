import type { Browser } from 'playwright-core';
import { enrollmentRoutes } from '../../../services/enrollment/contract.ts';
import { peopleRoutes } from '../../../services/people/contract.ts';
import { exchangeRoutes, quizRoutes } from '../../../services/quizzes/contract.ts';
import { addDays, dayOf } from '../../../shared/time/local-time.ts';
import { approveItems } from '../../support/approve-items.ts';
import { type Site, startSite } from '../../support/browser-site.ts';
import { startChromium } from '../../support/chromium.ts';
import type { Client } from '../../support/client.ts';
import { GIFT } from '../../support/gift-bank.ts';

export const COURSE = { slug: 'di-cho-khong-tien-mat', title: 'Đi chợ không dùng tiền mặt' };
export const RUN_CODE = 'KNS-CHO';
export const SEATS = 3;

/** Where the story happens: the demo centre with one more course, whose questions have keys that can be searched for. */
export type StoryCentre = {
  readonly browser: Browser;
  readonly site: Site;
  readonly trainingHead: Client;
  readonly runId: string;
  /** Learners of the demo without a seat in the course, who sign in by name. */
  readonly learners: readonly { readonly personId: string; readonly loginName: string }[];
  readonly stop: () => Promise<void>;
};

async function openCourse(trainingHead: Client, appraiser: Client): Promise<string> {
  const competenceCodes = ['4.2'];
  const { courseId } = await trainingHead.ok(enrollmentRoutes.createCourse, {
    body: {
      ...COURSE,
      summary: 'Quét mã, trả tiền và giữ tài khoản an toàn ở chợ.',
      competenceCodes,
      lessons: [
        { title: 'Quét mã ở sạp', minutes: 10, text: '# Quét mã\n\nNhìn tên người nhận.', competenceCodes },
      ],
    },
  });
  await trainingHead.ok(exchangeRoutes.importQuestions, {
    params: { courseId },
    body: { format: 'gift', text: GIFT },
  });
  await approveItems(appraiser, courseId);
  await trainingHead.ok(quizRoutes.publishQuiz, {
    params: { courseId },
    body: {
      title: 'Kiểm tra: Đi chợ',
      itemCount: 6,
      timeLimitMinutes: 20,
      attemptsAllowed: 2,
      passHundredths: 500,
    },
  });
  const today = dayOf(new Date().toISOString());
  const run = {
    code: RUN_CODE,
    mode: 'in-person' as const,
    seats: SEATS,
    startsOn: today,
    endsOn: addDays(today, 30),
  };
  return (await trainingHead.ok(enrollmentRoutes.openRun, { params: { courseId }, body: run })).runId;
}

/** Starts browser and platform together, then enters the course. */
export async function openStory(): Promise<StoryCentre> {
  const [browser, site] = await Promise.all([startChromium(), startSite()]);
  const trainingHead = await site.signIn('training-head');
  const runId = await openCourse(trainingHead, await site.signIn('teacher'));
  const { people } = await trainingHead.ok(peopleRoutes.listPeople, { query: { role: 'learner' } });
  const featured = new Set(site.accounts.map(({ loginName }) => loginName));
  await site.cloud.settle(60_000);
  return {
    browser,
    site,
    trainingHead,
    runId,
    learners: people.filter(({ loginName }) => !featured.has(loginName)),
    stop: async () => {
      await browser.close();
      await site.stop();
    },
  };
}
