import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { laterScript } from '../quiz/kinds/later-script.ts';
import type { Media } from './add-media.tsx';
import type { HotSpot } from './hot-spot-draft.ts';
import type { Question } from './question-draft.ts';

type MediaProps = {
  readonly courseId: string;
  readonly at: string;
  readonly label: string;
  readonly media: readonly Media[];
  readonly onMedia: (media: Media[]) => void;
};

/** Fields for pictures, sounds and films, whose script comes with the first question that has or wants some. */
export const LaterMediaFields = (props: MediaProps) => {
  const script = useResource(() => laterScript(() => import('./media-fields.tsx')), []);
  return <Loaded of={script}>{({ default: Fields }) => <Fields {...props} />}</Loaded>;
};

type SpotProps = {
  readonly courseId: string;
  readonly question: HotSpot;
  readonly onChange: (question: Question) => void;
};

/** Fields of a hot spot, which bring what pictures are drawn on with. */
export const LaterHotSpotFields = (props: SpotProps) => {
  const script = useResource(() => laterScript(() => import('./hot-spot-fields.tsx')), []);
  return <Loaded of={script}>{({ default: Fields }) => <Fields {...props} />}</Loaded>;
};
