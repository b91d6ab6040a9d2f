import { useMessages } from '../messages/use-messages.ts';
import { useAction } from '../state/use-action.ts';
import type { Pages } from '../state/use-pages.ts';
import { Button } from './button.tsx';
import { Refusal } from './notice.tsx';

/** Fetches the next page of a list, once at a time, and says when it could not. */
export const MoreButton = ({ more }: { more: NonNullable<Pages<unknown>['more']> }) => {
  const { common } = useMessages();
  const { run, busy, problem } = useAction();
  return (
    <div class="stack-tight">
      <Refusal problem={problem} />
      <div>
        <Button look="quiet" busy={busy} busyLabel={common.loading} onClick={() => void run(undefined, more)}>
          {common.more}
        </Button>
      </div>
    </div>
  );
};
