import { expect, test } from 'vitest';
import { readSheetTable } from './sheet-table.ts';

const TABLE = 'SBD\tMã đề\tBài làm\n1\t101\tĐSĐ\n';
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, 'utf16le'))]);

test.each([
  ['UTF-8 with its mark', new Blob(['\ufeff', TABLE])],
  ['UTF-8 without', new Blob([TABLE])],
  ['the Unicode text of Excel', new Blob([utf16(TABLE)])],
])('%s is read', async (_, file) => expect(await readSheetTable(file)).toEqual({ csv: TABLE }));

test.each([
  [
    'an encoding of before, where Đ is one byte',
    new Blob([new Uint8Array([0x31, 0x3b, 0xd0, 0x0a])]),
    'not-unicode',
  ],
  ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0, 0])]), 'not-unicode'],
  ['nothing', new Blob(['\r\n']), 'unreadable'],
  ['far too much', new Blob(['x'.repeat(400_001)]), 'too-large'],
])('%s is no table', async (_, file, fault) => expect(await readSheetTable(file)).toEqual({ fault }));

test('a file that cannot be read any more is told, not thrown', async () => {
  const gone = { size: 10, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) };
  expect(await readSheetTable(gone)).toEqual({ fault: 'unreadable' });
});

test('a file that is too large by far is not even read', async () => {
  const huge = { size: 1e10, arrayBuffer: () => Promise.reject(new Error('was read')) };
  expect(await readSheetTable(huge)).toEqual({ fault: 'too-large' });
});
