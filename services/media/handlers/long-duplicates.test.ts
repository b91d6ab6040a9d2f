import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { ownCopy } from '../../../tests/support/own-copy.ts';
import { randomOf } from '../chaos.suite.ts';
import { advance } from '../domain/recording.ts';
import { announce, deliver, lecture, show, teacher, useIntake } from '../intake.suite.ts';
import { arrive, at, takeWork } from '../pipeline.suite.ts';
import { type Arrival, differing, lookOn, sendAll, settled, watched } from '../watched-looks.suite.ts';

useIntake();

const KIB = 1024;

test.each([1, 2, 3, 4])(
  'long files of the same bytes are made once, however their looks come (seed %i)',
  async (seed) => {
    const { eyes } = watched();
    const random = randomOf(seed);
    const film = ownCopy(lecture);
    const arrivals = await sendAll([film, film, film], [], { courseId: ulid() });
    await Promise.all(arrivals.map((arrival) => arrive(eyes, arrival).catch(() => arrive(eyes, arrival))));
    await lookOn(eyes, random);
    const assets = await settled(arrivals);
    const made = assets.filter(({ status }) => status === 'transcoding');
    expect(made).toHaveLength(1);
    const repeats = assets.filter(({ reason }) => reason === 'DUPLICATE');
    expect(repeats.map(({ duplicateOf }) => duplicateOf)).toEqual([made[0]?.assetId, made[0]?.assetId]);
  },
);

test('long files that differ are all made, and none is read twice, or further than to where it differs', async () => {
  const { read, eyes } = watched();
  const film = ownCopy(lecture);
  const middle = 60 * KIB;
  const actor = teacher();
  const arrivals: Arrival[] = [];
  const reads: number[] = [];
  // The second is read whole, of the first two pieces; the last piece of the first is wanted for the third.
  for (const one of [film, differing(film, middle), differing(film, film.length - 1)]) {
    const arrival = await deliver(actor, one);
    arrivals.push(arrival);
    await arrive(eyes, arrival);
    await lookOn(eyes);
    reads.push(read.length);
  }
  expect((await settled(arrivals)).map(({ status }) => status)).toEqual(Array(3).fill('transcoding'));
  expect(reads).toEqual([0, 3 + 2, 3 + 2 + 3 + 1]);
  const again = await deliver(actor, differing(film, middle));
  await arrive(eyes, again);
  await lookOn(eyes);
  expect(await show(actor, again.assetId)).toMatchObject({ duplicateOf: arrivals[1]?.assetId });
  expect(read).toHaveLength(new Set(read).size);
});

test('a long file without another of its length is not read, nor for one of strangers', async () => {
  const { read, eyes } = watched();
  const film = ownCopy(lecture);
  const arrivals = await sendAll([film, film, ownCopy(film)], [], {});
  for (const arrival of arrivals) await arrive(eyes, arrival);
  await lookOn(eyes);
  expect((await settled(arrivals)).map(({ status }) => status)).toEqual(Array(3).fill('transcoding'));
  expect(read).toEqual([]);
});

test('a long file is not read for one that was only announced, or failed', async () => {
  const { read, eyes } = watched();
  const film = ownCopy(lecture);
  const actor = teacher();
  await announce(actor, film);
  const first = await deliver(actor, film);
  await arrive(eyes, first);
  expect(read).toEqual([]);
  const was = (await eyes.tools.store.find(first.assetId)) ?? expect.fail('gone');
  const failed = advance(was, [{ type: 'fail', code: 'ENGINE' }], at);
  await eyes.tools.store.save(was, failed.ok ? failed.recording : expect.fail(failed.reason));
  const second = await deliver(actor, film);
  await arrive(eyes, second);
  await takeWork(eyes);
  expect(await show(actor, second.assetId)).toMatchObject({ status: 'transcoding' });
  expect(read).toEqual([]);
});

test('long files that arrive together are made once, though one that nobody waited for is made already', async () => {
  const { eyes } = watched();
  const film = ownCopy(lecture);
  const place = { courseId: ulid() };
  // The last of them arrives first, before there is anything to compare it with.
  const arrivals = (await sendAll([film, film, film], [], place)).toReversed();
  const [first = expect.fail(), ...others] = arrivals;
  await arrive(eyes, first);
  await Promise.all(others.map((arrival) => arrive(eyes, arrival)));
  await lookOn(eyes);
  const repeats = (await settled(others)).map(({ duplicateOf }) => duplicateOf);
  expect(repeats).toEqual([first.assetId, first.assetId]);
});
