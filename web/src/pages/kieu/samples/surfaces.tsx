import '../../home/home.css';
import { Icon } from '../../../ui/icon.tsx';
import type { Sample } from '../sample.ts';

const TINTS = ['leaf', 'vermilion', 'sophora', 'indigo'] as const;

/** Shapes that are style alone: pages draw them by their class. */
export const surfaces: readonly Sample[] = [
  { of: '.card', as: 'card', draw: ({ sentence }) => <p class="card">{sentence}</p> },
  { of: '.card-main', as: 'signature', draw: ({ sentence }) => <p class="card card-main">{sentence}</p> },
  { of: '.card-pale', as: 'pale', draw: ({ sentence }) => <p class="card card-pale">{sentence}</p> },
  {
    of: '.chip',
    as: 'chips',
    draw: ({ chip }) => (
      <p class="row">
        <span class="chip">{chip}</span>
        {TINTS.map((tint) => (
          <span key={tint} class={`chip chip-${tint}`}>
            <Icon name="tick" size={16} weight={3} />
            {chip}
          </span>
        ))}
      </p>
    ),
  },
  {
    of: '.tile',
    as: 'tiles',
    wide: true,
    draw: ({ course, courseLong }) => (
      <ul class="tiles">
        {TINTS.map((tint, at) => (
          <li key={tint}>
            <a class={`tile tile-${tint}`} href="/kieu">
              <span class="tile-sign">
                <Icon name="shield" size={28} />
              </span>
              {at % 2 ? courseLong : course}
            </a>
          </li>
        ))}
      </ul>
    ),
  },
];
