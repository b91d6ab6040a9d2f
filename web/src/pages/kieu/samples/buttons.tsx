import { AskFirst } from '../../../ui/ask-first.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import type { Sample } from '../sample.ts';
import { problem } from './words.tsx';

export const buttons: readonly Sample[] = [
  { of: 'Button', as: 'main', draw: ({ press }) => <Button>{press}</Button> },
  { of: 'Button', as: 'quiet', draw: ({ press }) => <Button look="quiet">{press}</Button> },
  { of: 'Button', as: 'warn', draw: ({ press }) => <Button look="warn">{press}</Button> },
  { of: 'Button', as: 'small', draw: ({ press }) => <Button small>{press}</Button> },
  {
    of: 'Button',
    as: 'icon',
    draw: ({ press }) => (
      <Button>
        <Icon name="play" size={22} />
        {press}
      </Button>
    ),
  },
  {
    of: 'Button',
    as: 'busy',
    draw: ({ press, busy }) => (
      <Button busy busyLabel={busy}>
        {press}
      </Button>
    ),
  },
  {
    of: 'AskFirst',
    as: 'asking',
    draw: ({ remove, removeAsk, removeYes, removeNo }) => (
      <AskFirst
        ask={removeAsk}
        yes={removeYes}
        no={removeNo}
        content={remove}
        act={async () => ({ ok: true, body: undefined })}
      >
        {remove}
      </AskFirst>
    ),
  },
  {
    of: 'CopyButton',
    as: 'quiet',
    draw: ({ copy, copied, notCopied, sentence }) => (
      <CopyButton look="quiet" text={sentence} copied={copied} notCopied={notCopied}>
        {copy}
      </CopyButton>
    ),
  },
  {
    of: 'MoreButton',
    as: 'quiet',
    draw: () => <MoreButton more={async () => ({ ok: false, problem: problem(0, 'offline') })} />,
  },
  { of: 'Button', as: 'full', draw: ({ press }) => <Button full>{press}</Button> },
];
