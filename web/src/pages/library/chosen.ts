import { type Audience, type Kind, TRACK_LOOKS, type Track } from './material-look.ts';

/** What the reader narrowed the library to; it stands in the address, so that a choice can be sent to somebody. */
export type Chosen = {
  /** Words that are looked for. */
  readonly q?: string;
  readonly track?: Track;
  readonly competence?: string;
  readonly kind?: Kind;
  readonly language?: string;
  readonly audience?: Audience;
};

const NAMES = {
  q: 'tim',
  track: 'chu-de',
  competence: 'nang-luc',
  kind: 'loai',
  language: 'tieng',
  audience: 'danh-cho',
} as const satisfies Readonly<Record<keyof Chosen, string>>;

const KEYS = Object.keys(NAMES) as (keyof Chosen)[];

/** Reads the choice out of an address. A topic that there is none of is no choice: it would have neither name nor way out. */
export const chosenIn = (query: Readonly<Record<string, string>>): Chosen =>
  Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = query[NAMES[key]];
      return value && (key !== 'track' || value in TRACK_LOOKS) ? [[key, value]] : [];
    }),
  );

/** The address of a choice. A track and a competence exclude each other: the one chosen last holds. */
export function addressOf(chosen: Chosen): string {
  const query = new URLSearchParams();
  for (const key of KEYS) {
    const value = chosen[key];
    if (value) query.set(NAMES[key], value);
  }
  const text = query.toString();
  return text ? `/thu-vien?${text}` : '/thu-vien';
}

/** The choice with one of its parts changed, or taken away. */
export function choose<Part extends keyof Chosen>(
  chosen: Chosen,
  part: Part,
  value: Chosen[Part] | undefined,
): Chosen {
  const { [part]: _former, ...rest } = chosen;
  if (value === undefined || value === '') return rest;
  const { track: _track, competence: _competence, ...others } = rest as Chosen;
  const kept = part === 'track' || part === 'competence' ? others : rest;
  return { ...kept, [part]: value };
}
