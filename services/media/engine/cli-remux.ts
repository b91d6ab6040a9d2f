import { inputOf, NOTHING_ELSE, QUIET } from './cli-arguments.ts';
import { ROLES, type Role } from './codecs.ts';
import type { Remuxed } from './remux.ts';
import { type EngineOutcome, failed } from './run-child.ts';
import { type CliOptions, runCli } from './run-cli.ts';
import { chooseStreams, type Described, type LookRefusal } from './stream-choice.ts';

/** How the program is told of streams of a role, cover art apart. */
const SPECIFIER: Record<Role, string> = { video: 'V', audio: 'a' };

/** A stream of a file; `place` is its place among those of its role. */
interface Listed extends Described {
  readonly place: number;
}

/** Pictures and sounds of a file, as many as there are. */
const ALL = ROLES.map((role) => `0:${SPECIFIER[role]}?`);

/** The arguments that print of streams what they are, and next to nothing of what is in them. */
export const listingArguments = (container: Remuxed, sourcePath: string, streams = ALL) => [
  ...[...QUIET, ...inputOf(container, sourcePath)],
  ...streams.flatMap((stream) => ['-map', stream]),
  ...['-c', 'copy', '-t', '0', '-f', 'framecrc', 'pipe:1'],
];

/**
 * What the program says where a file is at fault, as FFmpeg says it since 5.1. Much else that it says, it says of
 * itself or of its machine.
 */
const FAULTS: readonly [RegExp, LookRefusal][] = [
  [/does not contain any stream/, 'NO_VIDEO'],
  [/(dimensions|sample rate) not set/, 'CODEC'],
  [/exceeds max_streams parameter|could not find codec parameters/, 'NO_INDEX'],
  // An input error is what one demuxer calls a file that ends too soon; what it cannot do yet, a header asked for.
  [
    /(file:.*|Error opening input): (Invalid data found when processing input|End of file|Input\/output error|Not yet implemented in FFmpeg, patches welcome)$/m,
    'NO_INDEX',
  ],
];

/** Why a file is refused, by what the program said of it; undefined where that does not tell that the file is at fault. */
export const faultOf = (said: string): LookRefusal | undefined =>
  FAULTS.find(([fault]) => fault.test(said))?.[1];

/** The streams of a listing, by its lines `#media_type 0: video`. */
export function readListing(printed: string): Listed[] {
  const lines = [...printed.matchAll(/^#(\w+) (\d+): (.*)$/gm)];
  const told = (index: string | undefined, what: string) =>
    lines.find(([, name, of]) => name === what && of === index)?.[3] ?? '';
  const places = { video: 0, audio: 0 };
  return lines.flatMap(([, what, index, role]) => {
    if (what !== 'media_type' || (role !== 'video' && role !== 'audio')) return [];
    const [width = 0, height = 0] = told(index, 'dimensions').split('x').map(Number);
    const extent = role === 'video' ? width * height : Number(told(index, 'sample_rate'));
    const place = places[role];
    places[role] += 1;
    return [{ role, codec: told(index, 'codec_id'), extent, place }];
  });
}

async function listed(
  container: Remuxed,
  sourcePath: string,
  options: CliOptions,
  streams = ALL,
): Promise<EngineOutcome<Listed[] | LookRefusal>> {
  let printed = '';
  const outcome = await runCli(listingArguments(container, sourcePath, streams), options, (output) => {
    printed += output;
  });
  if (outcome.ok) return { ok: true, value: readListing(printed) };
  const { code, detail } = outcome.failure;
  const fault = code === 'ENGINE' && faultOf(detail);
  return fault ? { ok: true, value: fault } : outcome;
}

/** Streams of a role that are asked for by themselves: a broadcast has fewer, and each is a run of the program. */
const MOST_ASKED = 8;

/**
 * The streams of a file to the first usable of each role, each listed by itself: together none is where one does not
 * tell what it is. That one, which a broadcast announces and never sends, comes without a codec.
 */
async function listedOneByOne(
  ...where: [container: Remuxed, sourcePath: string, options: CliOptions]
): Promise<EngineOutcome<Listed[] | LookRefusal>> {
  const found: Listed[] = [];
  for (const role of ROLES)
    for (let place = 0; place < MOST_ASKED; place += 1) {
      const outcome = await listed(...where, [`0:${SPECIFIER[role]}:${place}?`]);
      if (!outcome.ok) return outcome;
      if (outcome.value === 'NO_VIDEO') break;
      const [told] = typeof outcome.value === 'string' ? [] : outcome.value;
      const stream = { role, codec: '', extent: 0, ...told, place };
      found.push(stream);
      if (chooseStreams([stream]) !== 'CODEC') break;
    }
  return { ok: true, value: found };
}

async function chosen(
  ...where: [container: Remuxed, sourcePath: string, options: CliOptions]
): Promise<EngineOutcome<Listed[] | LookRefusal>> {
  const together = await listed(...where);
  const outcome = together.ok && together.value === 'CODEC' ? await listedOneByOne(...where) : together;
  if (!outcome.ok || typeof outcome.value === 'string') return outcome;
  return { ok: true, value: chooseStreams(outcome.value) };
}

/** Why a file cannot be laid anew, by its first 5 MB, as the packaged engine's child answers it. */
export async function lookByCli(
  container: Remuxed,
  sourcePath: string,
  options: CliOptions,
): Promise<EngineOutcome<{ readonly refusal?: LookRefusal }>> {
  const outcome = await chosen(container, sourcePath, options);
  if (!outcome.ok) return outcome;
  return { ok: true, value: typeof outcome.value === 'string' ? { refusal: outcome.value } : {} };
}

/** The arguments that copy streams, and nothing else, into a file that can be cut anywhere. */
export const remuxArguments = (
  container: Remuxed,
  streams: readonly Pick<Listed, 'role' | 'place'>[],
  sourcePath: string,
  outPath: string,
) => [
  ...[...QUIET, '-copyts', ...inputOf(container, sourcePath)],
  ...streams.flatMap(({ role, place }) => ['-map', `0:${SPECIFIER[role]}:${place}`]),
  // Also what lies before the first picture that can be shown: where a file begins is told by its first packet.
  ...['-c', 'copy', '-copyinkf', ...NOTHING_ELSE, '-f', 'matroska', `file:${outPath}`],
];

/** Copies the first usable picture and sound of a file by the program. */
export async function remuxByCli(
  container: Remuxed,
  sourcePath: string,
  outPath: string,
  options: CliOptions,
): Promise<EngineOutcome<unknown>> {
  const outcome = await chosen(container, sourcePath, options);
  if (!outcome.ok) return outcome;
  if (typeof outcome.value === 'string') return failed('ENGINE', outcome.value);
  return runCli(remuxArguments(container, outcome.value, sourcePath, outPath), options);
}
