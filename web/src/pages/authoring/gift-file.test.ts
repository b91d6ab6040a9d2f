import { describe, expect, it } from 'vitest';
import { textOf } from './gift-file.ts';

describe('textOf', () => {
  it('reads UTF-8 with or without its mark at the front', () => {
    const bytes = new TextEncoder().encode('::Câu 1::Đúng?{T}');
    expect(textOf(bytes)).toBe('::Câu 1::Đúng?{T}');
    expect(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toBe('::Câu 1::Đúng?{T}');
  });

  it('refuses other encodings instead of losing letters', () => {
    expect(textOf(Uint8Array.of(0x43, 0xe2, 0x75))).toBeUndefined();
  });
});
