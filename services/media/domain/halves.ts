import type { FrameRange, TranscodePlan } from './plan.ts';

/**
 * A range as two that are encoded one after the other, cut between segments; one of a single segment stays whole.
 * What neither time nor memory sufficed for may go in two.
 */
export function halvesOf(
  { segmentFrames }: Pick<TranscodePlan, 'segmentFrames'>,
  range: FrameRange,
): FrameRange[] {
  const { start, end } = range;
  const segments = Math.ceil((end - start) / segmentFrames);
  const middle = start + Math.ceil(segments / 2) * segmentFrames;
  return middle < end
    ? [
        { start, end: middle },
        { start: middle, end },
      ]
    : [range];
}
