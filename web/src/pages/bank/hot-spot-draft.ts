import type { Question } from './question-draft.ts';

export type HotSpot = Extract<Question, { kind: 'hot-spot' }>;
export type Area = HotSpot['areas'][number];
export type Shape = Area['shape'];

/** The sides of a shape, in thousandths of the picture. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const MOST = 1000;
/** A finger does not meet less. Thousandths. */
const LEAST = 20;

const within = (value: number): number => Math.min(MOST, Math.max(0, Math.round(value)));

export function boxOf(shape: Shape): Box {
  if (shape.kind === 'ellipse') {
    const { centre, radiusX, radiusY } = shape;
    return {
      left: within(centre.x - radiusX),
      top: within(centre.y - radiusY),
      right: within(centre.x + radiusX),
      bottom: within(centre.y + radiusY),
    };
  }
  const corners = shape.kind === 'polygon' ? shape.corners : [shape.from, shape.to];
  const [across, down] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}

/** The side of typed numbers that makes them no area: outside the picture, or not far enough beyond its opposite. */
export function astraySide({ left, top, right, bottom }: Box): keyof Box | undefined {
  const isWithin = (value: number) => value >= 0 && value <= MOST;
  if (!isWithin(left)) return 'left';
  if (!isWithin(top)) return 'top';
  if (!isWithin(right) || right - left < LEAST) return 'right';
  if (!isWithin(bottom) || bottom - top < LEAST) return 'bottom';
  return undefined;
}

/** From the smaller to the larger end, and wide enough to be met. */
const ordered = (one: number, other: number): readonly [number, number] => {
  const [from, to] = [Math.min(one, other), Math.max(one, other)].map(within) as [number, number];
  if (to - from >= LEAST) return [from, to];
  return to + LEAST <= MOST ? [from, from + LEAST] : [to - LEAST, to];
};

/** A shape that fills a box. */
export function shapeIn(kind: 'rectangle' | 'ellipse', box: Box): Shape {
  const [left, right] = ordered(box.left, box.right);
  const [top, bottom] = ordered(box.top, box.bottom);
  if (kind === 'rectangle') return { kind, from: { x: left, y: top }, to: { x: right, y: bottom } };
  return {
    kind,
    centre: { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) },
    radiusX: Math.max(1, Math.round((right - left) / 2)),
    radiusY: Math.max(1, Math.round((bottom - top) / 2)),
  };
}
