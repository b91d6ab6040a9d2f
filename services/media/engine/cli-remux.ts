import { inputOf, NOTHING_ELSE, QUIET } from './cli-arguments.ts';
import type { Role } from './codecs.ts';
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

/** The arguments that print of all pictures and sounds of a file what they are, and next to nothing of what is in them. */
export const listingArguments = (container: Remuxed, sourcePath: string) => [
  ...[...QUIET, ...inputOf(container, sourcePath)],
  ...Object.values(SPECIFIER).flatMap((role) => ['-map', `0:${role}?`]),
  ...['-c', 'copy', '-t', '0', '-f', 'framecrc', 'pipe:1'],
];

/** What the program says where a file, or what is heard and seen of it, is of no use; all else makes it unreadable. */
const FAULTS: readonly [RegExp, LookRefusal][] = [
  [/does not contain any stream/, 'NO_VIDEO'],
  [/(dimensions|sample rate) not set/, 'CODEC'],
];

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

async function chosen(
  container: Remuxed,
  sourcePath: string,
  options: CliOptions,
): Promise<EngineOutcome<Listed[] | LookRefusal>> {
  let printed = '';
  const outcome = await runCli(listingArguments(container, sourcePath), options, (output) => {
    printed += output;
  });
  if (outcome.ok) return { ok: true, value: chooseStreams(readListing(printed)) };
  const { code, detail } = outcome.failure;
  if (code !== 'ENGINE') return outcome;
  return { ok: true, value: FAULTS.find(([said]) => said.test(detail))?.[1] ?? 'NO_INDEX' };
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
