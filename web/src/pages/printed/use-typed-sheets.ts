import { useEffect, useState } from 'preact/hooks';
import { keepSheets, keptSheets, type SheetsOf } from './kept-sheets.ts';

/** What was typed of the sheets that are `waiting`; kept on the device with every letter, until the sheet is entered. */
export const useTypedSheets = ({ personId, examId }: SheetsOf, waiting: readonly string[]) => {
  const [typed, setTyped] = useState(() => keptSheets({ personId, examId }));
  const [isKept, setKept] = useState(true);
  const [isResumed] = useState(() => waiting.some((number) => typed.has(number)));
  const entered = [...typed.keys()].filter((number) => !waiting.includes(number)).join(' ');
  useEffect(() => {
    if (entered === '') return;
    const gone = new Map(entered.split(' ').map((number) => [number, '']));
    keepSheets({ personId, examId }, gone);
    setTyped((now) => new Map([...now].filter(([number]) => !gone.has(number))));
  }, [entered]);
  const change = (number: string, text: string): void => {
    setTyped((now) => new Map(now).set(number, text));
    setKept(keepSheets({ personId, examId }, new Map([[number, text]])));
  };
  return {
    typed: new Map(waiting.map((number) => [number, typed.get(number) ?? ''])),
    change,
    isKept,
    isResumed,
  };
};
