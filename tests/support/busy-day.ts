import { randomUUID } from 'node:crypto';
import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { type Centre, openRun } from './centre.ts';
import type { Client } from './client.ts';
import { answerQuiz, enrol, enrolmentOf, handIn } from './learning.ts';
import type { Platform } from './platform.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';

/** What the people of a busy day did and were told; the books have to agree with it. */
export type BusyDay = {
  readonly runId: string;
  readonly seats: number;
  readonly campaignId: string;
  /** Marks as the learners were told them, by attempt. */
  readonly marks: ReadonlyMap<string, number>;
};

async function openCampaign({ staff }: Centre) {
  const body = {
    name: 'Ngày hội kỹ năng số',
    goal: 'Đầy một lớp',
    landingPath: '/khoa-hoc/ky-nang-so',
    opensOn: '2020-01-01',
    closesOn: '2099-12-31',
    channels: [{ kind: 'poster' as const, label: 'Áp phích' }],
  };
  const made = await staff['youth-union'].ok(campaignRoutes.createCampaign, { body });
  return { campaignId: made.campaignId, link: made.channels[0]?.link ?? '' };
}

/** Scans the poster and takes a seat, or a place in the queue, with the touch that came of it. */
async function scanAndEnrol(platform: Platform, learner: Client, link: string, runId: string) {
  const path = `${link}?via=qr`;
  const answer = await platform.passerBy.send({ method: 'GET', path, headers: { 'user-agent': PHONE } });
  const touch = new URL(answer.headers.get('location') ?? '/', platform.address).searchParams.get('touch');
  return enrol(learner, runId, randomUUID(), touch ?? undefined);
}

/** A repeat whose first answer got lost finds the seat given up already: 404 says that it is done. */
async function giveUp(learner: Client, runId: string): Promise<void> {
  const params = { runId, personId: learner.personId };
  const { status, text } = await learner.call(enrollmentRoutes.cancelEnrolment, { params });
  if (status !== 200 && status !== 404) throw new Error(`Giving up answered ${status}: ${text}`);
}

/** Three of four know enough to pass. Everybody presses the button twice. */
async function takeQuiz(learner: Client, quizId: string, index: number): Promise<[string, number]> {
  const { attemptId } = await answerQuiz(learner, quizId, index % 4 === 3 ? 1 : 6);
  const [first, second] = await Promise.all([handIn(learner, attemptId), handIn(learner, attemptId)]);
  if (first.grade?.scoreHundredths !== second.grade?.scoreHundredths)
    throw new Error(`Attempt ${attemptId} has two marks.`);
  return [attemptId, first.grade?.scoreHundredths ?? -1];
}

/**
 * Twice as many learners as seats rush in through a poster; two of those who got a seat give it up; all who hold one
 * in the end take the quiz. Everything at once, as far as people would.
 */
export async function spendBusyDay(platform: Platform, centre: Centre): Promise<BusyDay> {
  const { learners, quizId } = centre;
  const seats = learners.length / 2;
  const { campaignId, link } = await openCampaign(centre);
  const runId = await openRun(centre, seats);
  const told = await Promise.all(
    learners.map(async (learner) => ({
      learner,
      enrolment: await scanAndEnrol(platform, learner, link, runId),
    })),
  );
  const seated = told.filter(({ enrolment }) => enrolment.status === 'confirmed');
  await Promise.all(seated.slice(0, 2).map(({ learner }) => giveUp(learner, runId)));
  await platform.quiet();
  const holding = [];
  for (const learner of learners)
    if ((await enrolmentOf(learner, runId))?.status === 'confirmed') holding.push(learner);
  const marks = new Map(await Promise.all(holding.map((learner, index) => takeQuiz(learner, quizId, index))));
  await platform.quiet();
  return { runId, seats, campaignId, marks };
}
