import { describe, expect, it } from 'vitest';
import { help } from '../../messages/vi/help.ts';
import { deviceOf } from './device.ts';
import { helpNote } from './help-note.ts';

const SAMSUNG =
  'Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

describe('deviceOf', () => {
  it('names system and browser, and nothing when it knows neither', () => {
    expect(deviceOf(SAMSUNG)).toBe('Android 12, Samsung Internet 28');
    expect(deviceOf(IPHONE)).toBe('iPhone 17, Safari 17');
    expect(deviceOf('something else')).toBe('');
  });
});

describe('helpNote', () => {
  const facts = { trouble: '', time: '13:05', device: '', screen: '360 x 740', isOnline: true };

  it('says what is known, a line each', () => {
    const page = { title: 'Khóa học', path: '/khoa-hoc' };
    const note = helpNote(
      { ...facts, trouble: ' không thấy chỗ ', name: 'Hạnh', page, device: 'Android 12', isOnline: false },
      help.note,
    );
    expect(note.split('\n')).toEqual([
      'Thưa thầy cô, tôi cần giúp.',
      'Tôi vướng: không thấy chỗ',
      'Tên: Hạnh',
      'Trang: Khóa học (/khoa-hoc)',
      'Lúc: 13:05',
      'Máy: Android 12',
      'Màn hình: 360 x 740',
      'Mạng: đang mất',
    ]);
  });

  it('leaves out what is not', () => {
    expect(helpNote(facts, help.note).split('\n')).toHaveLength(4);
  });
});
