import type { Comparing } from './domain/content-pieces.ts';
import { type Actor, deliver, pipeline, show, staff, teacher } from './intake.suite.ts';
import { at, type Pipeline, takeWork, work } from './pipeline.suite.ts';
import type { Sources } from './sources.ts';

const KIB = 1024;
/** Everything is a long file, of three pieces, and a look has time for one. */
const ONE_PIECE: Comparing = { wholeBytes: 0, pieceBytes: 40 * KIB, forMs: 0 };
export type Arrival = Awaited<ReturnType<typeof deliver>>;

export const minutesLater = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/**
 * The pipeline with notes of what is read to compare, `<asset> <first byte>`, and a clock of its own, in minutes: what is
 * done `while` a piece is read may set it on.
 */
export function watched(comparing = ONE_PIECE) {
  const read: string[] = [];
  const clock = { minutes: 0, whileReading: async () => {} };
  const { sources } = pipeline.tools;
  const watchedSources: Sources = Object.create(sources, {
    reader: { value: sources.reader.bind(sources) },
    sha256: {
      value: async (...[ref, piece]: Parameters<typeof sources.sha256>) => {
        read.push(`${ref.assetId} ${piece.fromByte}`);
        await clock.whileReading();
        return sources.sha256(ref, piece);
      },
    },
  });
  const now = () => minutesLater(clock.minutes);
  const eyes = { ...pipeline, tools: { ...pipeline.tools, comparing, now, sources: watchedSources } };
  return { read, clock, eyes };
}

export const takeLooks = async (eyes: Pipeline) =>
  (await takeWork(eyes)).filter(({ task }) => task === 'examine');

/** Looks until there is nothing to look at; of the messages some come twice, and none in its turn. */
export async function lookOn(eyes: Pipeline, random = () => 1): Promise<void> {
  for (let looks = await takeWork(eyes); looks.length > 0; looks = await takeWork(eyes)) {
    const due = looks.filter(({ task }) => task === 'examine');
    const twice = due.flatMap((look) => (random() < 0.5 ? [look, look] : [look]));
    await Promise.all(twice.map((look) => work(eyes, look).catch(() => eyes.tools.queue.send([look]))));
  }
}

export const settled = (arrivals: readonly Arrival[]) =>
  Promise.all(arrivals.map(({ assetId }) => show(staff, assetId)));

export const sendAll = (films: readonly Buffer[], actors: readonly Actor[], place: object) =>
  Promise.all(films.map((film, n) => deliver(actors[n] ?? teacher(), film, place)));

/** A film of the same length with another byte at that place. */
export function differing(film: Buffer, place: number): Buffer {
  const other = Buffer.from(film);
  other.writeUInt8(film.readUInt8(place) ^ 1, place);
  return other;
}
