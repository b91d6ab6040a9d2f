import { useState } from 'preact/hooks';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { SearchField, SelectField } from '../../ui/fields.tsx';

/** What is looked for; an empty one is not. */
export type Filter = {
  readonly search: string;
  readonly status: string;
  readonly kind: string;
  readonly competenceCode: string;
  readonly level: string;
  readonly tag: string;
  readonly author: string;
};

export const NO_FILTER: Filter = {
  search: '',
  status: '',
  kind: '',
  competenceCode: '',
  level: '',
  tag: '',
  author: '',
};

const choicesOf = (names: Readonly<Record<string, string>>, any: string) => [
  { value: '', text: any },
  ...Object.entries(names).map(([value, text]) => ({ value, text })),
];

/** Levels of circular 02/2025/TT-BGDĐT that continuing education teaches: basic, intermediate. */
const LEVELS = ['CB1', 'CB2', 'TC1', 'TC2'] as const;

/** The lists by which questions are told apart: competence, level, kind; their first entry leaves it open. */
export const listsOf = ({ bank: t, competences }: Messages) => {
  const codes = Object.fromEntries(
    Object.entries(competences.names).map(([code, name]) => [code, `${code} ${name}`]),
  );
  const levels = Object.fromEntries(LEVELS.map((level) => [level, level]));
  return [
    { name: 'competenceCode', label: t.columns.competence, choices: choicesOf(codes, t.any) },
    { name: 'level', label: t.columns.level, choices: choicesOf(levels, t.any) },
    { name: 'kind', label: t.columns.kind, choices: choicesOf(t.kinds, t.any) },
  ] as const;
};

type Props = {
  readonly filter: Filter;
  /** Tags of the bank. */
  readonly tags: readonly string[];
  readonly onFilter: (filter: Filter) => void;
};

/** Search and lists to narrow a bank by. */
export const BankFilters = ({ filter, tags, onFilter }: Props) => {
  const messages = useMessages();
  const { bank: t } = messages;
  const set = (name: keyof Filter) => (value: string) => onFilter({ ...filter, [name]: value });
  const byName = Object.fromEntries(tags.map((tag) => [tag, tag]));
  const tagList = { name: 'tag', label: t.columns.tags, choices: choicesOf(byName, t.any) } as const;
  const lists = [
    { name: 'status', label: t.columns.status, choices: choicesOf(t.statuses, t.any) } as const,
    ...listsOf(messages),
    { name: 'author', label: t.columns.author, choices: choicesOf(t.authors, t.any) } as const,
    ...(tags.length > 0 ? [tagList] : []),
  ];
  // Folded, so that on a phone the first question is in sight.
  const [isNarrowed] = useState(() => lists.some(({ name }) => filter[name] !== ''));
  return (
    <div class="stack">
      <SearchField label={t.search} hint={t.searchHint} value={filter.search} onValue={set('search')} />
      <details open={isNarrowed}>
        <summary>{t.filters}</summary>
        <div class="bank-filters">
          {lists.map(({ name, label, choices }) => (
            <SelectField
              key={name}
              label={label}
              value={filter[name]}
              choices={choices}
              onValue={set(name)}
            />
          ))}
        </div>
      </details>
    </div>
  );
};
