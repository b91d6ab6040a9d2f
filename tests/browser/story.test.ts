import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Visit } from '../support/browser-visit.ts';
import { runCampaign } from './story/campaign.ts';
import { openStory, type StoryCentre } from './story/centre.ts';
import { takeSeat, waitInQueue } from './story/learn.ts';
import { inspectAndRedrive, writeAndOpenReport } from './story/operate.ts';
import { seeCompletion, takeQuiz } from './story/quiz.ts';
import { uploadAndWatch } from './story/teach.ts';

let centre: StoryCentre;
let learner: Visit;

beforeAll(async () => {
  centre = await openStory();
});
afterAll(() => centre?.stop());

describe('the centre on one day', () => {
  it('a learner signs in by one press, finds a course without marks and takes a seat', async () => {
    learner = await takeSeat(centre);
  });
  it('the next learner in a full run sees a place in the queue', () => waitInQueue(centre));
  it('the learner takes the quiz, loses nothing by a reload, and gets a mark', () => takeQuiz(learner));
  it('the completed course shows with its mark', () => seeCompletion(centre, learner));
  it('content staff upload a recording, follow it and watch it', () => uploadAndWatch(centre));
  it('a campaign counts who came by its link and its code, and who took a seat', () => runCampaign(centre));
  it('the daily summary is written by hand and the director opens it', () => writeAndOpenReport(centre));
  it('the page of the local cloud shows what runs and sends a dead letter again', () =>
    inspectAndRedrive(centre));
});
