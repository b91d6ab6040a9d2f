import { contrast } from '../../../state/contrast.ts';
import { useStore } from '../../../state/store.ts';
import { COLOUR_PAIRS, type ColourPair, leastRatio } from '../colour-pairs.ts';
import { contrastRatio } from '../contrast-ratio.ts';
import type { Sample } from '../sample.ts';

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const Pair = ({ pair, isMore }: { pair: ColourPair; isMore: boolean }) => {
  const ratio = contrastRatio(token(pair.front), token(pair.ground));
  return (
    <li>
      <svg viewBox="0 0 60 44" width="60" height="44" aria-hidden="true">
        <rect width="60" height="44" rx="8" style={{ fill: token(pair.ground) }} />
        <circle cx="30" cy="22" r="11" style={{ fill: token(pair.front) }} />
      </svg>
      <span>
        <code>{pair.front}</code> / <code>{pair.ground}</code>
        <small class="number">
          {ratio.toFixed(1)} ≥ {leastRatio(pair, isMore)}
        </small>
      </span>
    </li>
  );
};

const Pairs = ({ as }: Pick<ColourPair, 'as'>) => {
  const isMore = useStore(contrast) === 'more';
  return (
    <ul class="pair-list">
      {COLOUR_PAIRS.filter((pair) => pair.as === as).map((pair) => (
        <Pair key={`${pair.front}/${pair.ground}`} pair={pair} isMore={isMore} />
      ))}
    </ul>
  );
};

const SIZES = ['xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl'];
const SPACES = ['1', '2', '3', '4', '5', '6', '7'];

export const tokens: readonly Sample[] = [
  { of: 'tokens.css', as: 'letters', wide: true, draw: () => <Pairs as="letters" /> },
  { of: 'tokens.css', as: 'border', wide: true, draw: () => <Pairs as="border" /> },
  {
    of: '--text-*',
    as: 'size',
    wide: true,
    draw: ({ sentence }) => (
      <ul class="stack-tight">
        {SIZES.map((size) => (
          <li key={size} style={{ fontSize: `var(--text-${size})` }}>
            {sentence} <code>{size}</code>
          </li>
        ))}
      </ul>
    ),
  },
  {
    of: '--space-*',
    as: 'space',
    wide: true,
    draw: () => (
      <ul class="row space-list">
        {SPACES.map((space) => (
          <li key={space}>
            <i style={{ width: `var(--space-${space})`, height: `var(--space-${space})` }} />
            <code>{space}</code>
          </li>
        ))}
      </ul>
    ),
  },
];
