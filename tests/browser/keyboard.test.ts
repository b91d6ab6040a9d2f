import { beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { answerByKeys, enter, hiddenStops, tabTo } from '../support/browser-keyboard.ts';
import { drawWith } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { SMALL_PHONE, shown, type Visit } from '../support/browser-visit.ts';

const COURSE = /An toàn trên mạng/;

const stage = setStage();
let visit: Visit;

beforeAll(async () => {
  visit = await stage.open();
});

/** Roles and names of the content in the order a screen reader meets them. */
const readAloud = ({ page }: Visit): Promise<string> => page.locator('main').ariaSnapshot();

/** The first line that is not read after the one before it, with what is read from there on. */
const missingFrom = (read: string, wanted: readonly (string | RegExp)[]): string | undefined => {
  let from = 0;
  for (const line of wanted) {
    const rest = read.slice(from);
    const at = typeof line === 'string' ? rest.indexOf(line) : rest.search(line);
    if (at < 0) return `${line} in what is read from there on:\n${rest}`;
    from += at + 1;
  }
  return undefined;
};

/** Each line is read, and after the one before it, once the page is there: until then the one before it is shown. */
const expectRead = (wanted: readonly (string | RegExp)[]): Promise<void> =>
  eventually(async () => missingFrom(await readAloud(visit), wanted)).toBeUndefined();

const heading = (name: string | RegExp) => visit.page.getByRole('heading', { level: 1, name }).waitFor();

it('nothing that gets the focus stands behind the bar of a phone', async () => {
  const phone = await stage.open({ viewport: SMALL_PHONE });
  const { page } = phone;
  await page.goto('/khoa-hoc');
  await shown(phone);
  await drawWith(page, { size: '3' });
  await page.locator('main').getByRole('link').last().waitFor();
  expect(await hiddenStops(page, vi.common.menu.home)).toEqual([]);
  await phone.context.close();
});

describe('with the keyboard alone, as a screen reader tells it', () => {
  it('a guest reads the first lesson', async () => {
    const { page } = visit;
    await page.goto('/');
    await shown(visit);
    await expectRead(['[level=1]', `region "${vi.home.firstLesson}"`, `link "${vi.home.firstLesson}"`]);
    await enter(page, vi.home.firstLesson);
    await page.waitForURL(/\/bai\/1$/);
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
    await shown(visit);
    await expectRead([/heading ".+" \[level=1\]/, /heading ".+" \[level=2\]/, 'listitem']);
  });

  it('somebody signs in', async () => {
    const { page } = visit;
    await page.goto('/dang-nhap');
    await shown(visit);
    await expectRead([
      `heading "${vi.account.signInTitle}" [level=1]`,
      `textbox "${vi.account.loginName}"`,
      `textbox "${vi.account.password}"`,
      `button "${vi.account.submit}"`,
    ]);
    const learner = stage.site.accounts.find(({ role }) => role === 'learner');
    await enter(page, vi.account.demoSignIn(learner?.fullName ?? '', vi.common.roles.learner));
    await heading(/^Chào /);
  });

  it('a learner finds a course and takes a seat', async () => {
    const { page } = visit;
    await enter(page, vi.common.menu.courses);
    await heading(vi.courses.title);
    await shown(visit);
    await enter(page, COURSE);
    await heading(COURSE);
    await shown(visit);
    await expectRead([/heading "An toàn.+\[level=1\]/, /article "Đợt .+"/, `button "${vi.courses.take}"`]);
    await enter(page, vi.courses.take);
    await page.getByText(vi.courses.haveSeat).first().waitFor();
  });

  it('reads a lesson and comes back', async () => {
    const { page } = visit;
    await enter(page, /Mật khẩu mạnh/);
    await page.waitForURL(/\/bai\/1$/);
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
    await shown(visit);
    await enter(page, COURSE);
    await heading(COURSE);
  });

  it('goes through the quiz, hands in and hears the result', async () => {
    const { page } = visit;
    await enter(page, vi.courses.quizStart);
    // The page before stays until this one has its script, and has a heading, too.
    await page.getByRole('button', { name: vi.quiz.start, exact: true }).waitFor();
    await shown(visit);
    await expectRead(['[level=1]', 'listitem', `button "${vi.quiz.start}"`]);
    await enter(page, vi.quiz.start);
    await page.getByRole('group').first().waitFor();
    await expectRead([
      'timer',
      /group "Câu 1 trong \d+ câu: .+"/,
      /heading "Câu 1 .+" \[level=1\]/,
      `button "${vi.quiz.next}"`,
    ]);
    for (;;) {
      await answerByKeys(page);
      await page.getByRole('status').getByText(vi.quiz.savedThere, { exact: true }).waitFor();
      const title = await page.getByRole('heading', { level: 1 }).textContent();
      const next =
        (await page.getByRole('button', { name: vi.quiz.toEnd }).count()) > 0 ? vi.quiz.toEnd : vi.quiz.next;
      await enter(page, next);
      if (next === vi.quiz.toEnd) break;
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasNotText: title ?? '' })
        .waitFor();
    }
    await shown(visit);
    // Which question comes first is drawn; of one with several parts only the first was answered.
    await expectRead(['[level=1]', /button "Câu \d+, đã trả lời"/, `button "${vi.quiz.submit}"`]);
    await enter(page, vi.quiz.submit);
    await page.getByText(vi.quiz.outOf).waitFor();
    await expectRead(['[level=1]', 'status', vi.quiz.outOf]);
    await tabTo(page, vi.common.skip);
    expect(visit.faults).toEqual([]);
  });
});
