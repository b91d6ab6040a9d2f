import './hot-spot.css';
import type { SeenOf } from '../../../quiz/full-answer.ts';
import type { ReviewedItem } from '../../../quiz/outcomes.ts';
import { ItemPicture } from './item-media.tsx';
import type { Point } from './places-on-picture.ts';

const percent = (thousandths: number): string => `${thousandths / 10}%`;
const LINES = [10, 20, 30, 40, 50, 60, 70, 80, 90].map((at) => `${at}%`);

/** The squares by which a place is named, and the cross that the keyboard moves. */
const Grid = ({ cursor }: { cursor: Point }) => (
  <g class="spot-grid">
    {LINES.map((at) => (
      <g key={at}>
        <line x1={at} x2={at} y1="0" y2="100%" />
        <line x1="0" x2="100%" y1={at} y2={at} />
      </g>
    ))}
    <g class="spot-cursor">
      <line x1={percent(cursor.x)} x2={percent(cursor.x)} y1="0" y2="100%" />
      <line x1="0" x2="100%" y1={percent(cursor.y)} y2={percent(cursor.y)} />
    </g>
  </g>
);

type Shape = NonNullable<ReviewedItem['areas']>[number];

const Area = ({ shape }: { shape: Shape }) => {
  if (shape.kind === 'ellipse')
    return <ellipse cx={shape.centre.x} cy={shape.centre.y} rx={shape.radiusX} ry={shape.radiusY} />;
  if (shape.kind === 'polygon')
    return <polygon points={shape.corners.map(({ x, y }) => `${x},${y}`).join(' ')} />;
  const { from, to } = shape;
  return (
    <rect
      x={Math.min(from.x, to.x)}
      y={Math.min(from.y, to.y)}
      width={Math.abs(to.x - from.x)}
      height={Math.abs(to.y - from.y)}
    />
  );
};

const Areas = ({ areas }: { areas: readonly Shape[] }) => (
  <svg
    class="spot-areas"
    width="100%"
    height="100%"
    viewBox="0 0 1000 1000"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    {areas.map((shape) => (
      <Area key={JSON.stringify(shape)} shape={shape} />
    ))}
  </svg>
);

type Props = {
  readonly picture: SeenOf<'hot-spot'>['picture'];
  readonly points: readonly Point[];
  /** Where the keyboard stands, while it is used. */
  readonly cursor?: Point | undefined;
  /** What was right to mark. */
  readonly areas?: readonly Shape[] | undefined;
};

/** A picture with numbered marks on it, and the areas that were meant once they are told. */
export const MarkedPicture = ({ picture, points, cursor, areas = [] }: Props) => (
  <div
    class="spot-picture"
    style={picture.height === undefined ? undefined : { aspectRatio: `${picture.width} / ${picture.height}` }}
  >
    <ItemPicture file={picture} />
    {cursor && <span class="spot-here" style={{ left: percent(cursor.x), top: percent(cursor.y) }} />}
    {areas.length > 0 && <Areas areas={areas} />}
    <svg width="100%" height="100%" aria-hidden="true">
      {cursor && <Grid cursor={cursor} />}
      {points.map(({ x, y }, at) => (
        <g key={at} class="spot-mark">
          <circle cx={percent(x)} cy={percent(y)} r="15" />
          <text x={percent(x)} y={percent(y)} dy="0.35em">
            {at + 1}
          </text>
        </g>
      ))}
    </svg>
  </div>
);
