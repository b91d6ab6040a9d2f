import type { ComponentType } from 'preact';
import type { SeenItem } from '../../../../../services/quizzes/contract.ts';
import type { Ref } from '../../../quiz/entries.ts';
import { shownFiles } from '../../../quiz/shown-files.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import type { AnswerProps } from './answer-props.ts';
import { preloadMedia } from './later-media.tsx';
import { laterScript } from './later-script.ts';

type Script<Kind extends SeenItem['kind']> = () => Promise<{ default: ComponentType<AnswerProps<Kind>> }>;

/** What answers to rarer kinds are given with comes when a quiz has one: most phones never need it. */
const scripts = {
  ordering: () => import('./ordering.tsx'),
  cloze: () => import('./cloze.tsx'),
  'practical-task': () => import('./practical-task.tsx'),
  essay: () => import('./essay.tsx'),
  'hot-spot': () => import('./hot-spot.tsx'),
  'file-answer': () => import('./file-answer.tsx'),
} satisfies { [Kind in SeenItem['kind']]?: Script<Kind> };
type LaterKind = keyof typeof scripts;
const scriptOf = (kind: LaterKind) => scripts[kind] as Script<LaterKind>;

type LaterItem = Extract<SeenItem, { kind: LaterKind }>;
export const comesLater = (item: SeenItem): item is LaterItem => item.kind in scripts;

const load = (kind: LaterKind) => laterScript(scriptOf(kind));

/**
 * Fetches what the questions of an attempt will need, before the first of them is shown: their scripts, and their files
 * to be kept beside the draft. Calling the result stops that.
 */
export const preloadAnswers = (ref: Ref, items: readonly SeenItem[]): (() => void) | undefined => {
  for (const item of items) if (comesLater(item)) void load(item.kind);
  if (!items.some((item) => shownFiles(item).length > 0)) return undefined;
  preloadMedia();
  const kept = import('../../../quiz/question-files.ts').then(({ keepFiles }) => keepFiles(ref, items));
  kept.catch(() => undefined);
  return () =>
    void kept.then(
      (stop) => stop(),
      () => undefined,
    );
};

/** An answer whose script comes by itself; while it is not there the page says so and tries again. */
export const LaterAnswer = (props: AnswerProps<LaterKind>) => {
  const script = useResource(() => load(props.item.kind), [props.item.kind]);
  return <Loaded of={script}>{({ default: Answer }) => <Answer {...props} />}</Loaded>;
};
