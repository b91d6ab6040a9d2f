import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleRoutes } from '../../services/people/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import { DESK, openVisit, SMALL_PHONE, shown, signInAs, type Visit } from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';

let browser: Browser;
let site: Site;
let classId: string;
let code: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([startChromium(), startSite()]);
  const teacher = await site.signIn('teacher');
  const { classes } = await teacher.ok(peopleRoutes.listClasses);
  classId = classes[0]?.classId ?? '';
  const params = { classId };
  ({ code } = await teacher.ok(peopleRoutes.issueJoinCode, { params, body: { places: 9 } }));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const smallPhone = async (): Promise<Visit> => {
  const visit = await openVisit(browser, site.cloud.address, { viewport: SMALL_PHONE });
  await visit.page.addInitScript('localStorage.setItem("hvs.text-size", "3")');
  return visit;
};

/** Goes on with Tab until the element with this name has the focus. Fails after a whole round. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    const focused = await page.evaluate<string>(
      '(document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent).trim()',
    );
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never comes to "${name}".`);
}

const looksWell = async (page: Page, at: string): Promise<void> => {
  expect(await spillsOf(page), at).toEqual([]);
  expect(await accessibilityFaults(page), at).toEqual([]);
};

describe('a class entered by its code', () => {
  it('takes in somebody without an account, by keyboard alone, on the smallest phone in the largest letters', async () => {
    const visit = await smallPhone();
    const { page } = visit;
    await page.goto('/vao-lop');
    await shown(visit);
    await tabTo(page, vi.join.code);
    await page.keyboard.type(` ${code.slice(0, 3)}.${code.slice(3)}`.replaceAll('0', 'O'));
    await page.keyboard.press('Enter');
    await page.getByText(vi.join.found).waitFor();
    await looksWell(page, 'the class');
    await tabTo(page, vi.join.noAccount);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: vi.join.nameTitle }).waitFor();
    await looksWell(page, 'the name');
    await tabTo(page, vi.join.fullName);
    await page.keyboard.type('Đặng Thị Mới');
    await page.keyboard.press('Enter');
    const slip = page.getByRole('region', { name: vi.join.slip });
    await slip.waitFor();
    await looksWell(page, 'the slip');
    const [loginName, password] = await slip.locator('dd').allTextContents();
    expect([loginName, password]).toEqual(['moidt', expect.stringMatching(/^[a-z]{4}-\d{4}$/)]);
    await page.reload();
    await eventually(() => slip.locator('dd').allTextContents()).toEqual([loginName, password]);
    await tabTo(page, vi.join.kept);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/khoa-hoc\/[^/]+\/bai\/1$/);
    await page.getByRole('region', { name: vi.courses.endOfLesson }).waitFor();
    expect(await page.evaluate('JSON.stringify({...sessionStorage, ...localStorage})')).not.toContain(
      password,
    );
    await visit.context.close();
    const later = await openVisit(browser, site.cloud.address);
    await later.page.goto('/dang-nhap');
    await later.page.getByLabel(vi.account.loginName).fill(loginName ?? '');
    await later.page.getByLabel(vi.account.password, { exact: true }).fill(password ?? '');
    await later.page.getByRole('button', { name: vi.account.submit, exact: true }).click();
    await later.page.getByRole('heading', { level: 1, name: /Mới!/ }).waitFor();
    await later.context.close();
  });

  it('holds the slip until its person is signed in, so that nobody goes to the lesson as a guest', async () => {
    const visit = await smallPhone();
    const { page } = visit;
    let letSignIn = (): void => undefined;
    const isLet = new Promise<void>((resolve) => {
      letSignIn = resolve;
    });
    await page.route('**/*', async (route) => {
      if (/InitiateAuth/.test(route.request().headers()['x-amz-target'] ?? '')) await isLet;
      await route.fallback();
    });
    await page.goto(`/vao-lop/${code}`);
    await page.getByRole('button', { name: vi.join.noAccount }).click();
    await page.getByLabel(vi.join.fullName).fill('Hồ Thị Chờ');
    await page.getByRole('button', { name: vi.join.register }).click();
    await page.getByRole('region', { name: vi.join.slip }).waitFor();
    const leave = page.getByRole('button', { name: vi.join.entering });
    expect(await leave.getAttribute('aria-disabled')).toBe('true');
    await leave.press('Enter');
    expect(new URL(page.url()).pathname).toMatch(/^\/vao-lop/);
    await looksWell(page, 'a slip whose person is being signed in');
    letSignIn();
    await page.getByRole('button', { name: vi.join.kept }).press('Enter');
    await page.waitForURL(/\/khoa-hoc\/[^/]+\/bai\/1$/);
    const people = await page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
    expect(people).toMatch(/\bchoht/);
    await visit.context.close();
  });

  it('lets nobody in as the newcomer before them', async () => {
    const visit = await smallPhone();
    const { page } = visit;
    const slip = page.getByRole('region', { name: vi.join.slip });
    const registerAs = async (fullName: string) => {
      await page.goto(`/vao-lop/${code}`);
      await page.getByRole('button', { name: vi.join.noAccount }).click();
      await page.getByLabel(vi.join.fullName).fill(fullName);
      await page.getByRole('button', { name: vi.join.register }).click();
      await slip.getByText(fullName).waitFor();
      // Until then nobody is signed in who could sign out again.
      await page.getByRole('button', { name: vi.join.kept }).waitFor();
    };
    const claims = () => page.evaluate('Object.keys(sessionStorage).filter((key) => /newcomer/.test(key))');
    await registerAs('Phạm Văn Trước');
    await page.goto('/tai-khoan');
    await page.getByRole('button', { name: vi.account.signOut, exact: true }).click();
    await eventually(claims).toEqual([]);
    await registerAs('Lý Thị Sau');
    await page.goto('/vao-lop/000000000');
    await page.getByText('Mã này không dùng được').waitFor();
    expect(await claims()).toEqual([]);
    await registerAs('Trịnh Thị Muộn');
    await page.route('**/v1/class-registrations/*/password', (route) =>
      route.fulfill({
        status: 404,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/not-found', code: 'not-found', title: '', status: 404 }),
      }),
    );
    await page.reload();
    await page.getByText(vi.account.forgot).waitFor();
    await looksWell(page, 'a slip that cannot be shown again');
    await page.getByRole('button', { name: vi.join.someoneElse }).click();
    await page.getByText(vi.join.found).waitFor();
    expect(await claims()).toEqual([]);
    await visit.context.close();
  });

  it('takes in a learner who is signed in with one press, by the address that the QR code holds', async () => {
    const visit = await smallPhone();
    await signInAs(visit, 'learner');
    await visit.page.goto(`/vao-lop/${code}`);
    await visit.page.getByText(vi.join.found).waitFor();
    await tabTo(visit.page, vi.join.joinAs('Mỹ Hạnh'));
    await looksWell(visit.page, 'one press');
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { level: 1, name: /^Bạn đã vào lớp/ }).waitFor();
    await visit.page.getByRole('link', { name: /^Học bài: / }).waitFor();
    await looksWell(visit.page, 'joined');
    await visit.page.getByRole('link', { name: /^Học bài: / }).click();
    await visit.page.waitForURL(/\/khoa-hoc\/[^/]+\/bai\/1$/);
    await visit.context.close();
  });

  it('leads somebody with an account through the sign-in and back', async () => {
    const visit = await smallPhone();
    const { page } = visit;
    await page.goto(`/vao-lop/${code}`);
    await page.getByRole('link', { name: vi.join.haveAccount }).click();
    await page.getByRole('button', { name: /Nguyễn Thị Mỹ Hạnh/ }).click();
    await page.getByText(vi.join.found).waitFor();
    await page.getByRole('button', { name: /^Vào lớp/ }).waitFor();
    await visit.context.close();
  });

  it('says what to do about a wrong or a short code, and leaves the field to mend it', async () => {
    const visit = await smallPhone();
    const { page } = visit;
    await page.goto('/vao-lop');
    await page.getByLabel(vi.join.code).fill('12 34');
    await page.getByRole('button', { name: vi.join.find }).click();
    await page.getByText(vi.join.codeShort(4)).waitFor();
    await page.getByLabel(vi.join.code).fill('000000000');
    await page.getByRole('button', { name: vi.join.find }).click();
    await page.getByText('Mã này không dùng được').waitFor();
    await looksWell(page, 'a wrong code');
    await page.getByLabel(vi.join.code).fill(code);
    await page.getByRole('button', { name: vi.join.find }).click();
    await page.getByText(vi.join.found).waitFor();
    await visit.context.close();
  });
});

describe('the teacher’s invitation', () => {
  it('shows the code and its QR, prints a sheet, is renewed and closed only when asked twice', async () => {
    const visit = await openVisit(browser, site.cloud.address, { viewport: DESK });
    const { page } = visit;
    await signInAs(visit, 'teacher');
    await page.goto(`/lop/${classId}?muc=moi`);
    const card = page.getByRole('region', { name: vi.invitation.invite.title });
    const shownCode = card.locator('.invite-code');
    const first = (await shownCode.textContent())?.replaceAll(' ', '');
    expect(first).toBe(code);
    await card.getByRole('img', { name: /Mã QR/ }).waitFor();
    await card.getByRole('link', { name: vi.invitation.invite.sheet }).click();
    await page
      .getByRole('article', { name: vi.invitation.sheet.title })
      .getByText(`${location(site)}/vao-lop`)
      .waitFor();
    await page.goBack();
    await card.getByRole('button', { name: vi.invitation.invite.renew }).click();
    await card.getByRole('button', { name: vi.invitation.invite.yes }).click();
    await eventually(async () => (await shownCode.textContent())?.replaceAll(' ', '')).not.toBe(first);
    await card.getByRole('button', { name: vi.invitation.invite.close }).click();
    await page.route('**/join-code', (route) => route.fulfill({ status: 503, json: {} }));
    await card.getByRole('button', { name: vi.invitation.invite.yes }).click();
    await card.getByRole('alert').waitFor();
    await page.unroute('**/join-code');
    await card.getByRole('button', { name: vi.invitation.invite.yes }).click();
    await card.getByRole('button', { name: vi.invitation.invite.open }).waitFor();
    await looksWell(page, 'no code');
    await visit.context.close();
  });
});

const location = ({ cloud }: Site): string => new URL(cloud.address).host;
