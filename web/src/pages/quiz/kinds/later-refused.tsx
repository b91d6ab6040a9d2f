import type { Draft } from '../../../quiz/drafts.ts';
import { useResource } from '../../../state/use-resource.ts';
import { laterScript } from './later-script.ts';

export type RefusedProps = {
  readonly draft: Draft;
  readonly itemIds: readonly string[];
  /** Absent where nobody may go back. */
  readonly onGo?: (place: number) => void;
};

/** What is told of files that could not be handed over; its script comes when there is one. */
export const LaterRefused = (props: RefusedProps) => {
  const script = useResource(() => laterScript(() => import('./refused-at-end.tsx')), []);
  const Told = script.data?.default;
  return Told && <Told {...props} />;
};
