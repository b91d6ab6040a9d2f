import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { ownCopy } from '../../../tests/support/own-copy.ts';
import { randomOf } from '../chaos.suite.ts';
import { doWork } from '../commands/do-work.ts';
import { sweep } from '../commands/sweep.ts';
import type { Comparing } from '../domain/content-pieces.ts';
import { advance } from '../domain/recording.ts';
import {
  type Actor,
  announce,
  deliver,
  lecture,
  pipeline,
  show,
  staff,
  teacher,
  useIntake,
} from '../intake.suite.ts';
import { arrive, at, type Pipeline, takeWork, work } from '../pipeline.suite.ts';
import type { Sources } from '../sources.ts';

useIntake();

const KIB = 1024;
/** Everything is a long file, of three pieces, and a look has time for one. */
const comparing = { wholeBytes: 0, pieceBytes: 40 * KIB, forMs: 0 };
type Arrival = Awaited<ReturnType<typeof deliver>>;

/** The pipeline with notes of what is read to compare: `<asset> <first byte>`. */
function watched(): { read: string[]; eyes: Pipeline & { tools: { comparing: Comparing } } } {
  const read: string[] = [];
  const { sources } = pipeline.tools;
  const watchedSources: Sources = Object.create(sources, {
    reader: { value: sources.reader.bind(sources) },
    sha256: {
      value: (...[ref, piece]: Parameters<typeof sources.sha256>) => {
        read.push(`${ref.assetId} ${piece.fromByte}`);
        return sources.sha256(ref, piece);
      },
    },
  });
  return { read, eyes: { ...pipeline, tools: { ...pipeline.tools, comparing, sources: watchedSources } } };
}

/** Looks until there is nothing to look at; of the messages some come twice, and none in its turn. */
async function lookOn(eyes: Pipeline, random = () => 1): Promise<void> {
  for (let looks = await takeWork(eyes); looks.length > 0; looks = await takeWork(eyes)) {
    const due = looks.filter(({ task }) => task === 'examine');
    const twice = due.flatMap((look) => (random() < 0.5 ? [look, look] : [look]));
    await Promise.all(twice.map((look) => work(eyes, look).catch(() => eyes.tools.queue.send([look]))));
  }
}

const settled = (arrivals: readonly Arrival[]) =>
  Promise.all(arrivals.map(({ assetId }) => show(staff, assetId)));

/** A film of the same length with another byte at that place. */
function differing(film: Buffer, place: number): Buffer {
  const other = Buffer.from(film);
  other.writeUInt8(film.readUInt8(place) ^ 1, place);
  return other;
}

const sendAll = (films: readonly Buffer[], actors: readonly Actor[], place: object) =>
  Promise.all(films.map((film, n) => deliver(actors[n] ?? teacher(), film, place)));

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

const minutesLater = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

test('a look whose message was lost is sent again after ten minutes, and goes on where the last one ended', async () => {
  const { read, eyes } = watched();
  const film = ownCopy(lecture);
  const actor = teacher();
  const [first = expect.fail(), second = expect.fail()] = await sendAll([film, film], [actor, actor], {});
  await arrive(eyes, first);
  await lookOn(eyes);
  await arrive(eyes, second);
  const takeLooks = async () => (await takeWork(eyes)).filter(({ task }) => task === 'examine');
  const [look = expect.fail()] = await takeLooks();
  const delivery = { at: minutesLater(9), causationId: 'look', isLast: false, jobId: ulid() };
  await doWork(eyes.tools, look, delivery);
  expect(await takeLooks(), 'lost').toHaveLength(1);
  await sweep(eyes.tools, { at: minutesLater(18), causationId: 'sweep' });
  expect(await takeLooks(), 'somebody may still be at it').toEqual([]);
  await sweep(eyes.tools, { at: minutesLater(20), causationId: 'sweep' });
  await lookOn(eyes);
  expect(await show(actor, second.assetId)).toMatchObject({ duplicateOf: first.assetId });
  expect(read).toHaveLength(new Set(read).size);
});
