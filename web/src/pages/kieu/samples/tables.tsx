import type { Column } from '../../../table/column.ts';
import { DataTable, wholeList } from '../../../table/data-table.tsx';
import type { Sample } from '../sample.ts';
import type { KieuWords } from '../use-kieu-words.ts';

type Row = { readonly name: string; readonly mark: number };

const Table = ({ words, rows }: { words: KieuWords['sample']; rows: readonly Row[] }) => {
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: words.name, kind: 'name', value: ({ name }) => name },
    { key: 'mark', title: words.mark, kind: 'mark', value: ({ mark }) => mark },
  ];
  return (
    <DataTable
      title={words.course}
      columns={columns}
      pages={wholeList(rows)}
      rowKey={({ name }) => name}
      none={words.sentence}
    />
  );
};

export const tables: readonly Sample[] = [
  {
    of: 'DataTable',
    as: 'there',
    wide: true,
    draw: (words) => (
      <Table words={words} rows={words.people.map((name, at) => ({ name, mark: 1000 - at * 75 }))} />
    ),
  },
  { of: 'DataTable', as: 'nothing', wide: true, draw: (words) => <Table words={words} rows={[]} /> },
];
