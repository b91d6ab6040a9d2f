import { useMessages } from '../../../messages/use-messages.ts';
import type { SeenOf } from '../../../quiz/full-answer.ts';
import type { ReviewedItem } from '../../../quiz/outcomes.ts';
import { MarkedPicture } from './marked-picture.tsx';
import { cellOf, type Point } from './places-on-picture.ts';

type Props = {
  readonly item: SeenOf<'hot-spot'>;
  readonly points: readonly Point[];
  readonly areas: ReviewedItem['areas'];
};

/** What was marked, beside the areas that were meant once they are told. */
const ReviewedSpots = ({ item, points, areas }: Props) => {
  const { items: t } = useMessages();
  return (
    <figure class="spot-review">
      <MarkedPicture picture={item.picture} points={points} areas={areas} />
      <figcaption class="small">
        {points.length > 0 && <p>{t.spots.yours(points.map(cellOf).join(', '))}</p>}
        {areas && (
          <p>
            <i class="spot-key" aria-hidden="true" /> {t.spots.meant}
          </p>
        )}
      </figcaption>
    </figure>
  );
};
export default ReviewedSpots;
