import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Sample } from '../sample.ts';

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
  { of: 'Button', as: 'full', draw: ({ press }) => <Button full>{press}</Button> },
];
