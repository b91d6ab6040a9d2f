import { describe, expect, it } from 'vitest';
import { createIntent, newKey } from './intent-key.ts';

describe('createIntent', () => {
  const numbered = () => {
    let n = 0;
    return createIntent(() => `key-${++n}`);
  };

  it('keeps the key while the same thing is asked for again', () => {
    const intent = numbered();
    expect(intent.keyFor({ seats: 1 })).toBe('key-1');
    expect(intent.keyFor({ seats: 1 })).toBe('key-1');
  });

  it('takes a new key when the content has changed or the last one was done', () => {
    const intent = numbered();
    intent.keyFor({ seats: 1 });
    expect(intent.keyFor({ seats: 2 })).toBe('key-2');
    intent.done();
    expect(intent.keyFor({ seats: 2 })).toBe('key-3');
  });
});

describe('newKey', () => {
  it('is within the length the API takes and never the same', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
