import type { Sample } from './sample.ts';
import { buttons } from './samples/buttons.tsx';
import { fields } from './samples/fields.tsx';
import { frame } from './samples/frame.tsx';
import { media } from './samples/media.tsx';
import { persons } from './samples/people.tsx';
import { pictures } from './samples/pictures.tsx';
import { progress } from './samples/progress.tsx';
import { states } from './samples/states.tsx';
import { surfaces } from './samples/surfaces.tsx';
import { tables } from './samples/tables.tsx';
import { tokens } from './samples/tokens.tsx';
import { words } from './samples/words.tsx';
import type { KieuWords } from './use-kieu-words.ts';

type Group = { readonly name: keyof KieuWords['groups']; readonly samples: readonly Sample[] };

/** Every component of web/src/ui in every state, by group. A component without a sample fails the tests. */
export const GROUPS: readonly Group[] = [
  { name: 'tokens', samples: tokens },
  { name: 'buttons', samples: buttons },
  { name: 'fields', samples: fields },
  { name: 'words', samples: words },
  { name: 'states', samples: states },
  { name: 'progress', samples: progress },
  { name: 'surfaces', samples: surfaces },
  { name: 'tables', samples: tables },
  { name: 'people', samples: persons },
  { name: 'media', samples: media },
  { name: 'pictures', samples: pictures },
  { name: 'frame', samples: frame },
];
