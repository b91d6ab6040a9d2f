import type { BodyOf } from '../../api/types.ts';
import { useMediaQuery } from '../../state/use-media-query.ts';
import type { Choice } from '../../ui/fields.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { type Chosen, choose } from './chosen.ts';
import { useCompetenceNames, useLibraryWords } from './use-library-words.ts';

type Props = {
  readonly competences: BodyOf<'listCollections'>['competences'];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
};

const choicesOf = (names: Readonly<Record<string, string>>, any: string): readonly Choice[] => [
  { value: '', text: any },
  ...Object.entries(names).map(([value, text]) => ({ value, text })),
];

/** Narrows what is listed further; the address keeps it. */
export const Filters = ({ competences, chosen, onChange }: Props) => {
  const t = useLibraryWords();
  const names = useCompetenceNames();
  const isWide = useMediaQuery('(min-width: 700px)');
  const isNarrowed = Object.keys(chosen).some((part) => part !== 'track' && part !== 'q');
  const field = (part: Exclude<keyof Chosen, 'track' | 'q'>, choices: readonly Choice[]) => (
    <SelectField
      label={t.filters[part]}
      value={chosen[part] ?? ''}
      choices={choices}
      onValue={(value) => onChange(choose(chosen, part, value as never))}
    />
  );
  const ofCompetence = Object.fromEntries(
    competences.map(({ competenceCode, materials }) => [
      competenceCode,
      `${names[competenceCode] ?? competenceCode} (${materials})`,
    ]),
  );
  return (
    <details class="library-more" open={isWide || isNarrowed}>
      <summary>{t.filters.more}</summary>
      <div class="library-filters">
        {field('kind', choicesOf(t.kinds, t.filters.anyKind))}
        {field('audience', choicesOf(t.audiences, t.filters.anybody))}
        {field('competence', choicesOf(ofCompetence, t.filters.anyCompetence))}
        {field('language', choicesOf(t.languages, t.filters.anyLanguage))}
      </div>
    </details>
  );
};
