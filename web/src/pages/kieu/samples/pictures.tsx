import { Logo, Lotus } from '../../../ui/drawings.tsx';
import { ICON_NAMES, Icon } from '../../../ui/icon.tsx';
import { LampWoodcut, PhoneWoodcut } from '../../../ui/woodcut-drawings.tsx';
import type { Sample } from '../sample.ts';

export const pictures: readonly Sample[] = [
  { of: 'Logo', as: 'logo', draw: () => <Logo size={72} /> },
  { of: 'Lotus', as: 'woodcut', draw: () => <Lotus /> },
  { of: 'PhoneWoodcut', as: 'woodcut', draw: () => <PhoneWoodcut /> },
  { of: 'LampWoodcut', as: 'woodcut', draw: () => <LampWoodcut /> },
  {
    of: 'Icon',
    as: 'list',
    wide: true,
    draw: () => (
      <ul class="icon-list">
        {ICON_NAMES.map((name) => (
          <li key={name}>
            <Icon name={name} size={32} />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    ),
  },
];
