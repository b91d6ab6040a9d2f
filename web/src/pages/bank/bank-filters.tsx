import { useMessages } from '../../messages/use-messages.ts';
import { SearchField, SelectField } from '../../ui/fields.tsx';

/** What is looked for; an empty one is not. */
export type Filter = {
  readonly search: string;
  readonly status: string;
  readonly kind: string;
  readonly competenceCode: string;
  readonly level: string;
};

export const NO_FILTER: Filter = { search: '', status: '', kind: '', competenceCode: '', level: '' };

/** Levels of circular 02/2025/TT-BGDĐT that continuing education teaches: basic, intermediate. */
const LEVELS = ['CB1', 'CB2', 'TC1', 'TC2'] as const;

type Props = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void };

/** Search and lists to narrow a bank by. */
export const BankFilters = ({ filter, onFilter }: Props) => {
  const { bank: t, competences } = useMessages();
  const set = (name: keyof Filter) => (value: string) => onFilter({ ...filter, [name]: value });
  const listOf = (names: Readonly<Record<string, string>>) => [
    { value: '', text: t.any },
    ...Object.entries(names).map(([value, text]) => ({ value, text })),
  ];
  const codes = Object.fromEntries(
    Object.entries(competences.names).map(([code, name]) => [code, `${code} ${name}`]),
  );
  const levels = Object.fromEntries(LEVELS.map((level) => [level, level]));
  const lists = [
    { name: 'status', label: t.columns.status, choices: listOf(t.statuses) },
    { name: 'kind', label: t.columns.kind, choices: listOf(t.kinds) },
    { name: 'competenceCode', label: t.columns.competence, choices: listOf(codes) },
    { name: 'level', label: t.columns.level, choices: listOf(levels) },
  ] as const;
  return (
    <div class="stack">
      <SearchField label={t.search} hint={t.searchHint} value={filter.search} onValue={set('search')} />
      <div class="bank-filters">
        {lists.map(({ name, label, choices }) => (
          <SelectField key={name} label={label} value={filter[name]} choices={choices} onValue={set(name)} />
        ))}
      </div>
    </div>
  );
};
