import { framesToSeconds } from '../domain/frame-rate.ts';
import { parentsOf, type Rung, type RungParent } from '../domain/ladder.ts';
import type { FrameRange, Rotation, TranscodePlan } from '../domain/plan.ts';

/** The decoder delivers pixels as stored; players would rotate by metadata, which we drop. */
const TURN: Record<Rotation, string> = {
  0: '',
  90: 'transpose=clock,',
  180: 'hflip,vflip,',
  270: 'transpose=cclock,',
};

/** HLG or PQ to BT.709, through linear light. */
const TONE_MAP =
  'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,' +
  'zscale=t=bt709:m=bt709:r=tv,format=yuv420p,';

/** The filters, each with a trailing comma, that make stored pixels upright and fit for a normal screen. */
const turnFor = (plan: TranscodePlan) => TURN[plan.rotation] + (plan.toneMap ? TONE_MAP : '');

const fixed = (seconds: number) => seconds.toFixed(6);

/**
 * How much of the end may be made up by holding the last frame, in seconds: an index and a decoder can disagree
 * about the last few frames. A source that breaks off any earlier comes out short, and that is noticed.
 */
const MAX_TAIL_SECONDS = 0.5;

/**
 * Share of a frame by which every picture is late on the lecture's clock. Of 60 a second every other one lies halfway
 * between two of 30; without it, how a chunk's start is rounded would decide which of the two it becomes.
 */
const NUDGE = 1 / 16;

/** Every rung scaled from its parent, `[f<n>]` being what rung n is made from and `[o<n>]` what comes of it. */
function scaled(rungs: readonly Rung[]): string {
  const parents = parentsOf(rungs);
  const inputsOf = (node: RungParent) => parents.flatMap((parent, i) => (parent === node ? [`[f${i}]`] : []));
  const split = (outputs: readonly string[]) => `split=${outputs.length}${outputs.join('')}`;
  const scale = ({ width, height }: Rung, i: number) =>
    `[f${i}]scale=${width}:${height}:flags=bicubic,setsar=1,format=yuv420p,${split([`[o${i}]`, ...inputsOf(i)])}`;
  return [split(inputsOf('source')), ...rungs.map(scale)].join(';');
}

/**
 * From the source's own frames at `[in]` to exactly the frames of a range, at every size: `[o0]` is the first rung.
 * `fps` places frames on the lecture's clock whatever the source's rhythm; `trim` ends the graph, so a gap across the
 * end stays right. Older programs end a source where its last picture begins: without `eof_action` they drop it.
 */
export function chunkGraph(plan: TranscodePlan, { start, end }: FrameRange): string {
  const { numerator, denominator } = plan.fps;
  const quarter = framesToSeconds(0.25, plan.fps);
  const from = framesToSeconds(start, plan.fps);
  const to = framesToSeconds(end, plan.fps);
  return (
    `[in]setpts=PTS-${fixed(plan.t0 / 1e6 - framesToSeconds(NUDGE, plan.fps))}/TB,` +
    `fps=fps=${numerator}/${denominator}:start_time=${fixed(from)}:round=near:eof_action=pass,` +
    `tpad=stop_mode=clone:stop_duration=${MAX_TAIL_SECONDS},` +
    `trim=start=${fixed(from - quarter)}:end=${fixed(to - quarter)},` +
    `${turnFor(plan)}${scaled(plan.rungs)}`
  );
}
