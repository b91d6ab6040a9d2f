import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timestampOf } from './cue.ts';
import { readCaptions, writeWebVtt } from './webvtt.ts';

const codes = (text: string) => readCaptions(text).faults.map(({ line, code }) => `${line} ${code}`);

describe('readCaptions', () => {
  it('reads WebVTT: names, notes and looks left out, settings and tags kept, lines joined', () => {
    const text = [
      '\uFEFFWEBVTT Bài 1\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE của người soạn\r\n',
      'mở đầu\r\n00:01.000 --> 00:02.500 align:start line:0\r\nXin chào\r\n<i>các bác</i>\r\n\r\n',
      '01:00:00.000 --> 01:00:01.000\r\nHết giờ\r\n',
    ].join('\r\n');
    expect(readCaptions(text)).toEqual({
      cues: [
        { startMs: 1000, endMs: 2500, text: 'Xin chào\n<i>các bác</i>', settings: 'align:start line:0' },
        { startMs: 3_600_000, endMs: 3_601_000, text: 'Hết giờ' },
      ],
      faults: [],
    });
  });

  it('reads SubRip, whose numbers are names and whose instants have a comma', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nMột\n\n2\n00:00:02,500 --> 00:00:04,000\nHai\n';
    expect(readCaptions(text)).toEqual({
      cues: [
        { startMs: 1000, endMs: 2000, text: 'Một' },
        { startMs: 2500, endMs: 4000, text: 'Hai' },
      ],
      faults: [],
    });
  });

  it('composes letters and puts captions in order', () => {
    const text = `WEBVTT\n\n00:05.000 --> 00:06.000\nSau\n\n00:01.000 --> 00:02.000\n${'Trước'.normalize('NFD')}\n`;
    expect(readCaptions(text).cues.map((cue) => cue.text)).toEqual(['Trước', 'Sau']);
  });

  it('names every line that cannot be read, and keeps the others', () => {
    const text = [
      'WEBVTT',
      '',
      '00:01.000 -> 00:02.000',
      'mũi tên hỏng',
      '',
      '00:03.000 --> 00:02.000',
      'ngược',
      '',
      '00:04.000 --> 00:05.000',
      '',
      'không có giờ',
      '',
      '00:61.000 --> 01:05.000',
      'giây sai',
      '',
      '00:06.000 --> 00:07.000',
      'hai dòng dính nhau',
      '00:07.000 --> 00:08.000',
      'nữa',
      '',
      '00:09.000 --> 00:10.000',
      'Được',
    ].join('\n');
    expect(codes(text)).toEqual(['3 stray', '6 backwards', '9 no-text', '11 stray', '13 time', '18 stray']);
    expect(readCaptions(text).cues.map((cue) => cue.text)).toEqual(['Được']);
  });

  it('takes nothing for captions that is not', () => {
    for (const text of ['', 'xin chào', '<html></html>', 'WEBVTTx\n\n00:01.000 --> 00:02.000\na'])
      expect(readCaptions(text)).toEqual({ cues: [], faults: [{ line: 1, code: 'no-header' }] });
  });

  it('never throws, and names only lines that there are', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\n\n',
      '-->',
      '00:01.000',
      '00:02.000',
      ' ',
      'a',
      'NOTE',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        for (const { line } of readCaptions(text).faults) expect(line).toBeLessThanOrEqual(lines);
      }),
    );
  });
});

const line = fc
  .stringMatching(/^[a-zàáạảãđêôơư ,.!?<>/]{1,30}$/)
  .filter((text) => text.trim() !== '' && !text.includes('-->'));
const cue = fc
  .record({
    startMs: fc.nat(40_000_000),
    length: fc.integer({ min: 1, max: 9_000 }),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(({ startMs, length, lines }) => ({
    startMs,
    endMs: startMs + length,
    text: lines.map((one) => one.trim()).join('\n'),
  }));

it('what is written is read back whole', () => {
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 8 }), (cues) => {
      const { cues: read, faults } = readCaptions(writeWebVtt(cues));
      expect(faults).toEqual([]);
      expect(writeWebVtt(read)).toBe(writeWebVtt(cues));
      expect(read).toHaveLength(cues.length);
    }),
  );
});

it('an arrow or a blank line in what is said cannot make another caption', () => {
  const text = writeWebVtt([{ startMs: 0, endMs: 1000, text: 'bấm A\n\n00:09.000 --> 00:10.000' }]);
  expect(readCaptions(text)).toEqual({
    cues: [{ startMs: 0, endMs: 1000, text: 'bấm A\n00:09.000 → 00:10.000' }],
    faults: [],
  });
});

it('writes instants with hours only where there are some', () => {
  expect([0, 61_005, 3_600_000, 36_000_000].map(timestampOf)).toEqual([
    '00:00.000',
    '01:01.005',
    '01:00:00.000',
    '10:00:00.000',
  ]);
});
