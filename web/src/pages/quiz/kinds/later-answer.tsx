import type { ComponentType } from 'preact';
import type { SeenItem } from '../../../../../services/quizzes/contract.ts';
import type { Refused } from '../../../api/types.ts';
import { loadWords } from '../../../messages/language.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import type { AnswerProps } from './answer-props.ts';

type Script<Kind extends SeenItem['kind']> = () => Promise<{ default: ComponentType<AnswerProps<Kind>> }>;

/** What answers to rarer kinds are given with comes when a quiz has one: most phones never need it. */
const scripts = {
  ordering: () => import('./ordering.tsx'),
  cloze: () => import('./cloze.tsx'),
  'practical-task': () => import('./practical-task.tsx'),
  essay: () => import('./essay.tsx'),
} satisfies { [Kind in SeenItem['kind']]?: Script<Kind> };
type LaterKind = keyof typeof scripts;
const scriptOf = (kind: LaterKind) => scripts[kind] as Script<LaterKind>;

type LaterItem = Extract<SeenItem, { kind: LaterKind }>;
export const comesLater = (item: SeenItem): item is LaterItem => item.kind in scripts;

const load = async (kind: LaterKind) => {
  try {
    const [script] = await Promise.all([scriptOf(kind)(), loadWords(['items'])]);
    return { ok: true, body: script.default } as const;
  } catch {
    return { ok: false, problem: { type: 'about:blank', title: '', status: 0, code: 'offline' } } as Refused;
  }
};

/** Fetches what the questions of an attempt will need, before the first of them is shown. */
export const preloadAnswers = (items: readonly SeenItem[]): void => {
  for (const item of items) if (comesLater(item)) void load(item.kind);
};

/** An answer whose script comes by itself; while it is not there the page says so and tries again. */
export const LaterAnswer = (props: AnswerProps<LaterKind>) => {
  const script = useResource(() => load(props.item.kind), [props.item.kind]);
  return <Loaded of={script}>{(Answer) => <Answer {...props} />}</Loaded>;
};
