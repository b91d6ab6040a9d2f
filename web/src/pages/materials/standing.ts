import type { BodyOf } from '../../api/types.ts';

export type Material = BodyOf<'listDeskMaterials'>['materials'][number];
export type Draft = NonNullable<Material['draft']>;
export type Standing = Draft['state'] | 'issued' | 'withdrawn' | 'absorbed';

/** Where a material stands for those who look after it: what is being done comes before what is shown. */
export const standingOf = ({ draft, issued, withdrawn }: Material): Standing => {
  if (draft) return draft.state;
  if (withdrawn) return 'withdrawn';
  return issued ? 'issued' : 'absorbed';
};

/** The version that is looked at: the draft, or what was issued last. */
export const editionOf = ({ draft, issued }: Material) => draft ?? issued;
export type Edition = NonNullable<ReturnType<typeof editionOf>>;

export const TONES: Readonly<Record<Standing, string>> = {
  draft: '',
  submitted: ' chip-sophora',
  returned: ' chip-vermilion',
  issued: ' chip-leaf',
  withdrawn: ' chip-vermilion',
  absorbed: '',
};
