import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { laterScript } from '../quiz/kinds/later-script.ts';
import type { Media } from './add-media.tsx';
import type { HotSpot } from './hot-spot-draft.ts';
import type { Question } from './question-draft.ts';
import type { KeyOf } from './worth-rows.tsx';

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

/** Fields of a text with gaps. */
export const LaterClozeFields = (props: KeyOf<'cloze'>) => {
  const script = useResource(() => laterScript(() => import('./cloze-fields.tsx')), []);
  return <Loaded of={script}>{({ ClozeFields: Fields }) => <Fields {...props} />}</Loaded>;
};

/** Fields of a simulated screen. */
export const LaterPracticalTaskFields = (props: KeyOf<'practical-task'>) => {
  const script = useResource(() => laterScript(() => import('./practical-task-fields.tsx')), []);
  return <Loaded of={script}>{({ PracticalTaskFields: Fields }) => <Fields {...props} />}</Loaded>;
};

const personMarked = () => laterScript(() => import('./person-marked-fields.tsx'));

/** Fields of what a person marks by a rubric. */
export const LaterEssayFields = (props: KeyOf<'essay'>) => {
  const script = useResource(personMarked, []);
  return <Loaded of={script}>{({ EssayFields: Fields }) => <Fields {...props} />}</Loaded>;
};

export const LaterFileAnswerFields = (props: KeyOf<'file-answer'>) => {
  const script = useResource(personMarked, []);
  return <Loaded of={script}>{({ FileAnswerFields: Fields }) => <Fields {...props} />}</Loaded>;
};
