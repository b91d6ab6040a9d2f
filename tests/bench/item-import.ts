import { parse } from 'gift-pegjs';
import { ulid } from 'ulid';
import { readItemFile } from '../../services/quizzes/domain/formats/read-item-file.ts';
import { QuizWorld } from '../../services/quizzes/quiz-world.suite.ts';
import { printTable, timed } from './figures.ts';

const ITEMS = 5000;

/** Choices with feedback and an explanation, as the demo's banks have them; each another one. */
const gift = Array.from(
  { length: ITEMS },
  (_, at) => `// competence: 4.2 level: CB1
::Mật khẩu ${at}::Trong ${at} mật khẩu sau, cái nào khó đoán nhất?{
=Một câu dài chỉ mình biết#Đúng, dài thì khó đoán.
~123456#Đây là mật khẩu bị thử đầu tiên.
~Ngày sinh\\: 01/01/${1950 + (at % 60)}#Người quen đều biết.
~Tên con#Có trên mạng xã hội.
####Độ dài quan trọng hơn ký tự lạ. Câu ${at}.}
`,
);
const text = gift.join('\n');

const MIB = 1024 * 1024;

/** Peak memory while something runs, above what there was before. MiB. */
async function peakOf(work: () => Promise<unknown>): Promise<{ milliseconds: number; mebibytes: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const milliseconds = await timed(work);
  clearInterval(look);
  return { milliseconds, mebibytes: (Math.max(most, process.memoryUsage.rss()) - before) / MIB };
}

/** Import of 5,000 GIFT items into the local engine, against the grammar alone and against reading without writing. */
export async function benchItemImport(): Promise<void> {
  const grammar = await peakOf(async () => {
    for (const question of gift) parse(question);
  });
  const reading = await peakOf(() => readItemFile('gift', new TextEncoder().encode(text)));
  const world = await QuizWorld.start();
  const courseId = ulid();
  const importing = await peakOf(() => world.import(courseId, text));
  const again = await peakOf(() => world.import(courseId, text));
  const stored = (await world.bank.allItems(courseId)).length;
  await world.service.stop();
  if (stored !== ITEMS) throw new Error(`of ${ITEMS} items ${stored} are in the bank`);
  const rows = [
    ['the grammar alone (gift-pegjs)', grammar],
    ['read and checked', reading],
    ['imported', importing],
    ['the same file again', again],
  ] as const;
  printTable(
    `Import of ${ITEMS} GIFT items, ${(Buffer.byteLength(text) / MIB).toFixed(1)} MiB`,
    ['way', 'ms', 'ratio', 'memory above before, MiB'],
    rows.map(([name, { milliseconds, mebibytes }]) => [
      name,
      Math.round(milliseconds),
      milliseconds / grammar.milliseconds,
      Math.round(mebibytes),
    ]),
  );
}
