import { useState } from 'preact/hooks';
import { fold } from '../../../shared/text/vietnamese.ts';
import { dayOf } from '../../../shared/time/local-time.ts';
import type { Problem } from '../api/types.ts';
import { formatInstant } from '../format/dates.ts';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Pages } from '../state/use-pages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Refusal } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { Column } from './column.ts';
import { sheetOf } from './sheet.ts';
import { type WrittenTable, writeTable } from './write-table.ts';

type Props<Row> = {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly pages: Pages<Row>;
  readonly query: string;
  /** The rows as the table shows them: filtered and sorted. */
  readonly arranged: (rows: readonly Row[]) => readonly Row[];
};

/** "Danh sách lớp 12A1" → danh-sach-lop-12a1: every system can save it. */
const fileNameOf = (title: string, at: string, ending: string): string =>
  `${fold(title).replace(/[^a-z0-9]+/g, '-')}-${dayOf(at)}.${ending}`;

/** Downloads what the table shows, all its pages, as a workbook. */
export const ExportButton = <Row,>({ title, columns, pages, query, arranged }: Props<Row>) => {
  const { table: t } = useMessages();
  const [gathered, setGathered] = useState<number>();
  const [ending, setEnding] = useState<WrittenTable['ending']>();
  const [problem, setProblem] = useState<Problem>();

  const run = async (): Promise<void> => {
    setGathered(pages.rows.length);
    setEnding(undefined);
    setProblem(undefined);
    const all = (await pages.all?.(setGathered)) ?? { ok: true, rows: pages.rows };
    if (all.ok) {
      const at = new Date().toISOString();
      const rows = arranged(all.rows);
      const note = [
        t.noteOf(formatInstant(at, language.get()), rows.length),
        query.trim() && t.filteredBy(query.trim()),
      ];
      const written = await writeTable(
        sheetOf({ title, note: note.filter(Boolean).join(' ') }, columns, rows),
      );
      saveFile(written.file, fileNameOf(title, at, written.ending));
      setEnding(written.ending);
    } else {
      setProblem(all.problem);
    }
    setGathered(undefined);
  };

  return (
    <div class="stack-tight">
      <Button
        look="quiet"
        busy={gathered !== undefined}
        busyLabel={t.exporting(gathered ?? 0)}
        onClick={() => void run()}
      >
        <Icon name="download" size={22} />
        {t.export}
      </Button>
      <div role="status">{ending && <small>{ending === 'xlsx' ? t.exportedXlsx : t.exportedCsv}</small>}</div>
      <Refusal problem={problem} />
    </div>
  );
};
