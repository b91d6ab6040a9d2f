/** A place on a picture, in thousandths of its width and height from the top left corner. */
export type Point = { readonly x: number; readonly y: number };

/** An area of a picture in the same measure, so a circle on a picture that is not square has two radii. */
export type Shape =
  | { readonly kind: 'rectangle'; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'ellipse';
      readonly centre: Point;
      readonly radiusX: number;
      readonly radiusY: number;
    }
  | { readonly kind: 'polygon'; readonly corners: readonly Point[] };

/** Where the outline of a polygon crosses the horizontal line at `y`, from left to right. */
const crossings = (corners: readonly Point[], y: number): readonly number[] =>
  corners
    .flatMap((one, at) => {
      const other = corners[(at + 1) % corners.length] ?? one;
      if (one.y > y === other.y > y) return [];
      return [one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x)];
    })
    .sort((a, b) => a - b);

/** Whether a place lies in a shape. In a polygon: an odd number of outlines is crossed on the way to its right edge. */
export function contains(shape: Shape, { x, y }: Point): boolean {
  if (shape.kind === 'rectangle') {
    const { from, to } = shape;
    return x >= from.x && x <= to.x && y >= from.y && y <= to.y;
  }
  if (shape.kind === 'ellipse') {
    const { centre, radiusX, radiusY } = shape;
    return ((x - centre.x) / radiusX) ** 2 + ((y - centre.y) / radiusY) ** 2 <= 1;
  }
  return crossings(shape.corners, y).filter((crossing) => crossing > x).length % 2 === 1;
}

/** The middle of the widest part of a polygon at half its height: its centre of mass can lie outside. */
const middleOf = (corners: readonly Point[]): Point => {
  const heights = corners.map(({ y }) => y);
  // Half a thousandth beside the middle, where no corner of whole thousandths lies.
  const y = Math.floor((Math.min(...heights) + Math.max(...heights)) / 2) + 0.5;
  const at = crossings(corners, y);
  let [left, right] = [at[0] ?? 0, at[1] ?? 0];
  for (let from = 2; from + 1 < at.length; from += 2) {
    const [start, end] = [at[from] ?? 0, at[from + 1] ?? 0];
    if (end - start > right - left) [left, right] = [start, end];
  }
  return { x: (left + right) / 2, y };
};

/** A place in the shape, in whole thousandths; a shape thinner than one may not contain it. */
export function placeIn(shape: Shape): Point {
  const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
  if (shape.kind === 'ellipse') return whole(shape.centre);
  if (shape.kind === 'polygon') return whole(middleOf(shape.corners));
  const { from, to } = shape;
  return whole({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
}
