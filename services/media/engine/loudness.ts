/** EBU R 128: what broadcasters and lecture portals agree on for speech; in LUFS, dBTP and LU. */
const TARGET = 'I=-16:TP=-1.5:LRA=11';

/** What the measuring pass prints; the names are libavfilter's, the values numbers or `-inf` for silence, as text. */
export type Loudness = Readonly<
  Record<'input_i' | 'input_tp' | 'input_lra' | 'input_thresh' | 'target_offset', string>
>;

/** The filter that measures. Without `statsFile` it prints to the log. */
export const measuring = (statsFile?: string) =>
  `loudnorm=${TARGET}:print_format=json${statsFile === undefined ? '' : `:stats_file=${inGraph(statsFile)}`}`;

/** A text as the value of an option within a filter graph: libavfilter unescapes twice. */
const inGraph = (value: string) => value.replace(/[\\':]/g, '\\$&').replace(/[\\'[\],;]/g, '\\$&');

/** The last measurement printed into a text, wherever it stands. Throws when there is none. */
export function readLoudness(printed: string): Loudness {
  const found = printed.match(/\{[^{}]*"input_i"[^{}]*\}/g)?.at(-1);
  if (!found) throw new Error('no loudness was measured');
  return JSON.parse(found);
}

/** The filter that brings measured sound to the target by one gain, or bends it where its peaks forbid that. */
export function normalising(measured: Loudness): string {
  const { input_i, input_tp, input_lra, input_thresh, target_offset } = measured;
  // Silence stays silence: there is no gain that makes it speech.
  if (!Number.isFinite(Number(input_i))) return 'anull';
  return (
    `loudnorm=${TARGET}:linear=true:measured_I=${input_i}:measured_TP=${input_tp}:measured_LRA=${input_lra}` +
    `:measured_thresh=${input_thresh}:offset=${target_offset}`
  );
}
