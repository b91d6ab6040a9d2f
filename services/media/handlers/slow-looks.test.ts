import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { ownCopy } from '../../../tests/support/own-copy.ts';
import { doWork } from '../commands/do-work.ts';
import { sweep } from '../commands/sweep.ts';
import { lecture, show, teacher, useIntake } from '../intake.suite.ts';
import { arrive, takeWork } from '../pipeline.suite.ts';
import { differing, minutesLater, sendAll, watched } from '../watched-looks.suite.ts';

useIntake();

const MINUTE = 60_000;
type Watched = ReturnType<typeof watched>;

/** The pipeline whose files are of three pieces; reading one takes `minutes`, a look begins none after three. */
function slow(minutes: number): Watched {
  const watch = watched({ wholeBytes: 0, pieceBytes: 40 * 1024, forMs: 3 * MINUTE });
  watch.clock.whileReading = async () => {
    watch.clock.minutes += minutes;
  };
  return watch;
}

/** Two files of one person, the second with what `film` makes of it; the first is being made when the second arrives. */
async function sendBoth({ eyes }: Watched, film: Buffer, second = film) {
  const actor = teacher();
  const [earlier = expect.fail(), later = expect.fail()] = await sendAll([film, second], [actor, actor], {});
  await arrive(eyes, earlier);
  await takeWork(eyes);
  return { actor, earlier, later };
}

const workOf = async ({ eyes }: Watched, assetId: string) =>
  (await takeWork(eyes)).filter((message) => message.assetId === assetId);

const sweepNow = ({ eyes, clock }: Watched) =>
  sweep(eyes.tools, { at: minutesLater(clock.minutes), causationId: 'sweep' });

/** Waits for a worker so many minutes and lets it do the one thing there is to do. */
async function workOn(watch: Watched, assetId: string, minutes: number): Promise<void> {
  const [only = expect.fail('nothing sent'), ...more] = await workOf(watch, assetId);
  expect(more, 'sent twice').toEqual([]);
  watch.clock.minutes += minutes;
  await sweepNow(watch);
  const delivery = { causationId: 'look', isLast: false, jobId: ulid() };
  await doWork(watch.eyes.tools, only, { ...delivery, at: minutesLater(watch.clock.minutes) });
}

test('while one look after the other reads a long file nobody else is sent, nor when what is made of it begins', async () => {
  const watch = slow(2);
  const { clock, eyes, read } = watch;
  const film = ownCopy(lecture);
  const { actor, later } = await sendBoth(watch, film, differing(film, film.length - 1));
  const moves: string[] = [];
  clock.whileReading = async () => {
    clock.minutes += 2;
    await sweepNow(watch);
    moves.push((await eyes.tools.store.find(later.assetId))?.movedAt ?? '');
  };
  await arrive(eyes, later);
  for (let looks = 1; read.length < 6; looks += 1) {
    expect(looks).toBeLessThan(4);
    await workOn(watch, later.assetId, 7);
  }
  await sweepNow(watch);
  expect(moves).toEqual([0, 2, 11, 13, 22, 24].map(minutesLater));
  expect(await show(actor, later.assetId)).toMatchObject({ status: 'transcoding' });
  expect((await eyes.tools.store.find(later.assetId))?.movedAt).toBe(minutesLater(26));
  const tasks = (await workOf(watch, later.assetId)).map(({ task }) => task);
  expect(tasks).toHaveLength(new Set(tasks).size);
  expect(read).toHaveLength(new Set(read).size);
});

test('a look whose message was lost is sent again ten minutes after it read, and goes on where the last one ended', async () => {
  const watch = slow(4);
  const { clock, eyes, read } = watch;
  const { actor, earlier, later } = await sendBoth(watch, ownCopy(lecture));
  await arrive(eyes, later);
  expect(await workOf(watch, later.assetId), 'lost').toHaveLength(1);
  clock.minutes = 4 + 9;
  await sweepNow(watch);
  expect(await workOf(watch, later.assetId), 'somebody may still be at it').toEqual([]);
  clock.minutes = 4 + 10;
  await sweepNow(watch);
  while ((await show(actor, later.assetId)).status === 'received') await workOn(watch, later.assetId, 1);
  expect(await show(actor, later.assetId)).toMatchObject({ duplicateOf: earlier.assetId });
  expect(read).toHaveLength(new Set(read).size);
});

test('a long file is made two hours after it arrived, whether or not there was time to compare it', async () => {
  const watch = slow(4);
  const { actor, later } = await sendBoth(watch, ownCopy(lecture));
  await arrive(watch.eyes, later);
  await workOn(watch, later.assetId, 5);
  const { length } = watch.read;
  const [next = expect.fail()] = await workOf(watch, later.assetId);
  watch.clock.minutes = 121;
  const delivery = { at: minutesLater(121), causationId: 'look', isLast: false, jobId: ulid() };
  await doWork(watch.eyes.tools, next, delivery);
  expect(await show(actor, later.assetId)).toMatchObject({ status: 'transcoding' });
  expect(watch.read).toHaveLength(length);
});

test('a file that is to be laid anew is handed on after a long look: both would not fit into one delivery', async () => {
  const watch = slow(1 / 4);
  const examined: string[] = [];
  const { eyes, read } = watch;
  const video = async ({ recording }: { recording: { assetId: string } }) => {
    examined.push(recording.assetId);
    return 'handed-over' as const;
  };
  const tools = { ...eyes.tools, examiners: { ...eyes.tools.examiners, video } };
  const stubbed = { ...watch, eyes: { ...eyes, tools } };
  const film = ownCopy(Buffer.alloc(500 * 188));
  for (let packet = 0; packet < film.length; packet += 188) film.writeUInt8(0x47, packet);
  const { earlier, later } = await sendBoth(stubbed, film, differing(film, film.length - 1));
  await arrive(stubbed.eyes, later);
  expect(examined, 'six pieces take a minute and a half').toEqual([earlier.assetId]);
  await workOn(stubbed, later.assetId, 1);
  expect(examined).toEqual([earlier.assetId, later.assetId]);
  expect(read).toHaveLength(6);
});
