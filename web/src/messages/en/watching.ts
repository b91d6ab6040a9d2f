import type { Messages } from '../language.ts';

export const watching: Messages['watching'] = {
  title: 'Begun and not finished',
  goOn: (at) => `Go on at ${at}`,
  left: (minutes) => (minutes < 1 ? 'Less than 1 minute left' : `${minutes} minutes left`),
};
