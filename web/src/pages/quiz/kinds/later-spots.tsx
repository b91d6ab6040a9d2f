import type { Response } from '../../../../../services/quizzes/contract.ts';
import type { SeenOf } from '../../../quiz/full-answer.ts';
import type { ReviewedItem } from '../../../quiz/outcomes.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { givenTo } from './answer-props.ts';
import { laterScript } from './later-script.ts';

type Props = {
  readonly item: SeenOf<'hot-spot'>;
  readonly response: Response | undefined;
  readonly areas: ReviewedItem['areas'];
};

/** The marked picture of a review, whose script comes by itself. */
export const LaterSpots = ({ item, response, areas }: Props) => {
  const script = useResource(() => laterScript(() => import('./reviewed-spots.tsx')), []);
  const points = givenTo('hot-spot', response)?.points ?? [];
  return <Loaded of={script}>{({ default: Spots }) => <Spots {...{ item, areas, points }} />}</Loaded>;
};
