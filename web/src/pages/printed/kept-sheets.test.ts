import { expect, test } from 'vitest';
import { keepSheets, keptSheets } from './kept-sheets.ts';

const storageOf = (kept = new Map<string, string>(), room = true) => ({
  read: (key: string) => kept.get(key),
  write: (key: string, value: string) => {
    if (room) kept.set(key, value);
    return room;
  },
  remove: (key: string) => void kept.delete(key),
});
const of = { personId: 'p1', examId: 'e1' };

test('sheets come back to whoever typed them, apart for each exam', () => {
  const storage = storageOf();
  expect(keepSheets(of, new Map([['001', '101 AB']]), storage)).toBe(true);
  expect(keptSheets(of, storage)).toEqual(new Map([['001', '101 AB']]));
  for (const other of [{ personId: 'p2' }, { examId: 'e2' }])
    expect(keptSheets({ ...of, ...other }, storage).size).toBe(0);
});

test('a sheet typed in another tab stays, and one that is empty or entered goes', () => {
  const kept = new Map<string, string>();
  const storage = storageOf(kept);
  keepSheets(of, new Map([['001', '101 AB']]), storage);
  keepSheets(of, new Map([['002', '102 BA']]), storage);
  keepSheets(of, new Map([['001', ' ']]), storage);
  expect(keptSheets(of, storage)).toEqual(new Map([['002', '102 BA']]));
  keepSheets(of, new Map([['002', '']]), storage);
  expect(kept.size).toBe(0);
});

test('what cannot be read counts as nothing typed, and a full device is told', () => {
  expect(keptSheets(of, storageOf(new Map([['hvs.sheets.p1.e1', '{"001":']]))).size).toBe(0);
  expect(keepSheets(of, new Map([['001', '101 AB']]), storageOf(new Map(), false))).toBe(false);
});
