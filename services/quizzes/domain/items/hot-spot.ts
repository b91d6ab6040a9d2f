import type { Media } from '../question.ts';
import { best, type Credit, complaintsIn, type ItemType, weightComplaints } from './item-type.ts';
import { contains, type Point, placeIn, type Shape } from './shape.ts';

type Area = Credit & { readonly shape: Shape };

/** A picture on which places are marked; marks outside every area earn nothing. */
export type HotSpot = {
  readonly picture: Media;
  readonly areas: readonly Area[];
  /** As many places may be marked at most. */
  readonly picks: number;
};

/** Where areas overlap, the one that earns most is meant. */
const areaAt = ({ areas }: HotSpot, point: Point): Area | undefined =>
  best(areas.filter(({ shape }) => contains(shape, point)));

const rightAreas = ({ areas }: HotSpot): readonly Area[] => areas.filter(({ weight }) => weight > 0);

/** Where there was something to mark. Part of the key. */
export const rightShapes = (question: HotSpot) =>
  rightAreas(question).map(({ shape }) =>
    shape.kind === 'polygon' ? { ...shape, corners: [...shape.corners] } : shape,
  );

/** An area is earned once, however often it is marked. */
export const hotSpot: ItemType<'hot-spot'> = {
  present: ({ picture, picks }) => ({ seen: { picture: { ...picture }, picks }, order: [] }),
  fits: ({ picks }, { points }) => points.length <= picks,
  credit: ({ question }, { points }) => [
    ...new Set(points.slice(0, question.picks).flatMap((point) => areaAt(question, point) ?? [])),
  ],
  right: ({ question }) => ({
    kind: question.kind,
    points: rightAreas(question).map(({ shape }) => placeIn(shape)),
  }),
  complaints: (question) =>
    complaintsIn({
      'no-picture': !question.picture.mediaType.startsWith('image/'),
      ...weightComplaints(question.areas),
      'too-few-picks': rightAreas(question).length > question.picks,
      'area-covered': rightAreas(question).some((area) => areaAt(question, placeIn(area.shape)) !== area),
    }),
};
