import { expect, test } from 'vitest';
import { library, now, ready, say, useLibrary, write } from './library.suite.ts';
import { DeskViews } from './queries/desk-views.ts';

useLibrary();

/** What the desk says of the captions of these materials. */
const captioned = async (...ids: readonly string[]) => {
  const found = await Promise.all(ids.map((id) => library.materials.find(id)));
  const seen = await new DeskViews(library.transcripts).many(found.flatMap((one) => one ?? []));
  return seen.map(({ isCaptioned }) => isCaptioned);
};

test('a recording has captions once they are published in its language, and until they are taken off', async () => {
  const [said, foreign, silent] = [await ready(), await ready(), await ready()];
  expect(await captioned(said, foreign, silent)).toEqual([false, false, false]);
  await say(said, 'mật khẩu');
  await say(foreign, 'password', 1, 'en');
  expect(await captioned(said, foreign, silent)).toEqual([true, false, false]);
  const off = { assetId: said, language: 'vi', version: 2, at: now(), lines: [] };
  await library.transcripts.save(off);
  expect(await captioned(said)).toEqual([false]);
});

test('nothing is said of the captions of what is not heard', async () => {
  const paper = await ready({}, { kind: 'document' });
  await write(paper, ['Trang 1']);
  expect(await captioned(paper)).toEqual([undefined]);
  expect(await captioned()).toEqual([]);
});

test('two materials of one file are both told of, while a draft takes over the file of another', async () => {
  const file = await ready();
  await say(file, 'mật khẩu');
  expect(await captioned(file, file)).toEqual([true, true]);
});
