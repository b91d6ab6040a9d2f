import type { ComponentProps } from 'preact';
import type { Refused } from '../api/types.ts';
import { loadWords } from '../messages/language.ts';
import { useResource } from '../state/use-resource.ts';
import { Loaded } from '../ui/loaded.tsx';
import type { CompetenceTicks } from './competence-ticks.tsx';

const fetchTicks = async () => {
  try {
    const [body] = await Promise.all([import('./competence-ticks.tsx'), loadWords(['authoring'])]);
    return { ok: true, body } as const;
  } catch {
    return { ok: false, problem: { type: 'about:blank', title: '', status: 0, code: 'offline' } } as Refused;
  }
};

/** The components to tick where few people open them: their script and their names come when they are looked for. */
export const LaterTicks = (props: ComponentProps<typeof CompetenceTicks>) => (
  <Loaded of={useResource(fetchTicks, [])}>{({ CompetenceTicks: Ticks }) => <Ticks {...props} />}</Loaded>
);
