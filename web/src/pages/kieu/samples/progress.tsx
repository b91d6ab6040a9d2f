import { Bar, Stairs } from '../../../ui/stairs.tsx';
import type { Sample } from '../sample.ts';

export const progress: readonly Sample[] = [
  { of: 'Stairs', as: 'begun', draw: (words) => <Stairs done={0} of={8} label={words.progress} /> },
  { of: 'Stairs', as: 'half', draw: (words) => <Stairs done={3} of={8} label={words.progress} /> },
  { of: 'Stairs', as: 'done', draw: (words) => <Stairs done={8} of={8} label={words.progress} /> },
  { of: 'Bar', as: 'begun', draw: (words) => <Bar percent={4} label={words.progress} /> },
  { of: 'Bar', as: 'half', draw: (words) => <Bar percent={50} label={words.progress} /> },
  { of: 'Bar', as: 'done', draw: (words) => <Bar percent={100} label={words.progress} /> },
];
