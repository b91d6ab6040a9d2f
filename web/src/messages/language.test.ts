import { afterEach, expect, it, vi as vitest } from 'vitest';

afterEach(() => vitest.unstubAllGlobals());

/** A site that has just been opened, in Vietnamese. */
const opened = async () => {
  vitest.resetModules();
  vitest.stubGlobal('document', { documentElement: {} });
  return import('./language.ts');
};

it('has the words of every page at once, and those of a desk when they were asked for', async () => {
  const { messages, loadWords } = await opened();
  expect(messages.get().common.brand).toBeTypeOf('string');
  expect(messages.get().media).toBeUndefined();
  await loadWords(['media', 'classes']);
  expect(messages.get().media.title).toBeTypeOf('string');
  expect(messages.get().overview).toBeUndefined();
  await loadWords(['overview']);
  expect(messages.get()).toMatchObject({ media: {}, teaching: {}, people: {}, overview: {} });
});

it('has them again for whoever comes back from English, also when they were asked for there', async () => {
  const { messages, loadWords, chooseLanguage } = await opened();
  const { vi } = await import('./vi.ts');
  const { en } = await import('./en.ts');
  await loadWords(['media']);
  await chooseLanguage('en');
  await loadWords(['overview']);
  expect(messages.get()).toBe(en);
  await chooseLanguage('vi');
  expect([messages.get().media.title, messages.get().overview.title]).toEqual([
    vi.media.title,
    vi.overview.title,
  ]);
});

it('takes the words that come with the script of a page, also where English is shown then', async () => {
  const { messages, bringWords, chooseLanguage } = await opened();
  const { en } = await import('./en.ts');
  const { tv } = await import('./vi/tv.ts');
  expect(messages.get().tv).toBeUndefined();
  await chooseLanguage('en');
  bringWords({ tv });
  expect(messages.get()).toBe(en);
  await chooseLanguage('vi');
  expect(messages.get().tv.title).toBe(tv.title);
});
