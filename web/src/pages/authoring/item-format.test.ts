import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatOf, formatOfText } from './item-format.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('formatOfText', () => {
  it.each([
    ['gift', '::Câu 1::Đúng?{T}'],
    ['gift', 'Hai cộng hai? {=4 ~5}'],
    ['gift', '// chú thích\n::A::Số?{#2}'],
    ['moodle-xml', '<?xml version="1.0"?>\n<quiz><question type="essay"/></quiz>'],
    ['aiken', 'Hỏi\nA. một\nB. hai\nANSWER: B'],
    ['list', 'Câu 1. Hỏi {ngoặc}\nA. một\n*B. hai'],
  ] as const)('finds %s', (format, text) => {
    expect(formatOfText(text)).toBe(format);
  });
});

describe('formatOf', () => {
  it('looks into packages, whatever they are called', () => {
    expect(formatOf(zipSync({ 'word/document.xml': strToU8('a') }))).toBe('word');
    expect(formatOf(zipSync({ 'xl/workbook.xml': strToU8('a'), 'xl/a.xml': strToU8('b') }))).toBe('excel');
    expect(formatOf(zipSync({ 'imsmanifest.xml': strToU8('a') }))).toBe('qti');
    expect(formatOf(zipSync({ 'a.txt': strToU8('a') }))).toBeUndefined();
  });

  it('reads UTF-8 with or without its mark at the front, and what Notepad calls Unicode', () => {
    const bytes = utf8('::Câu 1::Đúng?{T}');
    expect(formatOf(bytes)).toBe('gift');
    expect(formatOf(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toBe('gift');
    expect(formatOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toBe('list');
  });

  it('refuses other encodings instead of losing letters, and Word files of before 2007', () => {
    expect(formatOf(Uint8Array.of(0x43, 0xe2, 0x75))).toBeUndefined();
    expect(formatOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0x00))).toBeUndefined();
  });
});
