import type { Role } from '../../../shared/contract/roles.ts';
import type { NotRenewed, Tokens } from './cognito.ts';
import type { KeptPerson, Places } from './kept-people.ts';

export type Session =
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly personId: string; readonly roles: readonly Role[] };

/** What tabs of one device say to each other about sign-ins that live in tabs only. */
export type Word = { readonly ask: string } | { readonly give: KeptPerson } | { readonly gone: string };

/** What the sign-ins need of the world around them. */
export type Surroundings = Places & {
  readonly pool: {
    readonly refreshTokens: (refresh: string) => Promise<Tokens | NotRenewed>;
    readonly revoke: (refresh: string) => Promise<void>;
    readonly signOutEverywhere: (access: string) => Promise<boolean>;
  };
  /** This device's clock, ms since 1970. */
  readonly now: () => number;
  readonly tell: (word: Word) => void;
};

export type Arriving = {
  /** As typed, to fill the form in with next time. */
  readonly loginName?: string;
  /** Somebody else's phone: nothing is left on it. */
  readonly isBorrowed?: boolean;
  /** Where it is known before the register has told it. */
  readonly fullName?: string;
};
