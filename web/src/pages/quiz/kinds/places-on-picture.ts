import type { ResponseOf } from '../../../quiz/full-answer.ts';

/** In thousandths of the picture's width and height, from its top left corner. */
export type Point = ResponseOf<'hot-spot'>['points'][number];

/** A step of an arrow key, in thousandths of the picture; with Shift it is a whole square. */
export const STEP = 20;
const SIDE = 1000;
const COLUMNS = 'ABCDEFGHIJ';
const CELL = SIDE / COLUMNS.length;

const within = (value: number): number => Math.min(SIDE, Math.max(0, Math.round(value)));

/** The square of a grid of ten by ten in which a place lies: columns A to J, rows 1 to 10. */
export const cellOf = ({ x, y }: Point): string => {
  const at = (value: number) => Math.min(COLUMNS.length - 1, Math.floor(value / CELL));
  return `${COLUMNS[at(x)]}${at(y) + 1}`;
};

/** A place within its square too, in hundredths of the picture: every step of the cross says something new. */
export const hundredthsOf = ({ x, y }: Point): readonly [number, number] => [
  Math.round(x / 10),
  Math.round(y / 10),
];

/**
 * Whether a click was made by a screen reader: a double tap on the picture that has the focus names no place of it, and
 * browsers give its middle. Desktop readers click without a pointer (`detail` 0), TalkBack with a button still held.
 */
export const isByReader = ({ detail, buttons }: Pick<MouseEvent, 'detail' | 'buttons'>): boolean =>
  detail === 0 || buttons === 1;

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** The place of a picture, drawn in `box`, that was touched. */
export const placeTouched = (
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
  { left, top, width, height }: Box,
): Point => ({
  x: within(((clientX - left) * SIDE) / width),
  y: within(((clientY - top) * SIDE) / height),
});

/** One more mark; once all are set the first one gives way, so that a tap always does what it says. */
export const withMark = (points: readonly Point[], point: Point, picks: number): Point[] => [
  ...points.slice(Math.max(0, points.length + 1 - picks)),
  point,
];

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where a key takes the cross; undefined for a key that does not move it. */
export const movedBy = ({ x, y }: Point, key: string, isLong: boolean): Point | undefined => {
  const by = ARROWS[key];
  const step = isLong ? CELL : STEP;
  return by && { x: within(x + by.x * step), y: within(y + by.y * step) };
};
