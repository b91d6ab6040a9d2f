import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBooks } from '../support/books.ts';
import { spendBusyDay } from '../support/busy-day.ts';
import { openCentre } from '../support/centre.ts';
import { type MortalPlatform, startMortalPlatform } from '../support/mortal-platform.ts';

let data: string;
let platform: MortalPlatform;

beforeAll(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-crash-'));
  platform = await startMortalPlatform(data);
});
afterAll(async () => {
  await platform?.stop();
  fs.rmSync(data, { recursive: true, force: true });
});

/** Resolves once the platform has given so many more answers, which is in the middle of what is going on. */
async function afterAnswers(count: number): Promise<void> {
  const wanted = platform.heard.length + count;
  while (platform.heard.length < wanted) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a power cut', () => {
  it('in the rush for seats and another in the quiz lose nothing and double nothing', async () => {
    const centre = await openCentre(platform, { learners: 8 });
    const cuts: number[] = [];
    const cutPower = async () => {
      for (const answers of [14, 24]) {
        await afterAnswers(answers);
        await platform.killAndRestart();
        cuts.push(platform.heard.length);
      }
    };
    const [day] = await Promise.all([spendBusyDay(platform, centre), cutPower()]);
    await checkBooks(centre, day, data);
    expect(cuts).toHaveLength(2);
    expect(platform.heard.length).toBeGreaterThan(cuts[1] ?? 0);
  });
});
