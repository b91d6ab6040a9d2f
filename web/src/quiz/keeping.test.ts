import { describe, expect, it } from 'vitest';
import { OnePhone } from './testing/one-phone.ts';

describe('a device without room', () => {
  it('leaves what it refused to the tab that wrote it', () => {
    const phone = new OnePhone();
    phone.room = false;
    const [writer, other] = [phone.openTab().keeping, phone.openTab().keeping];
    writer.write('answer', 'here');
    expect([writer.read('answer'), writer.isDurable('answer')]).toEqual(['here', false]);
    expect(other.read('answer')).toBeUndefined();
  });

  it('gives every tab what another one found room for later, and not the older words of its own', () => {
    const phone = new OnePhone();
    phone.entries.set('answer', 'first');
    const [full, later] = [phone.openTab().keeping, phone.openTab().keeping];
    phone.room = false;
    full.write('answer', 'second');
    phone.room = true;
    expect(full.read('answer')).toBe('second');
    later.write('answer', 'third');
    expect([full.read('answer'), full.isDurable('answer')]).toEqual(['third', true]);
    full.write('answer', 'fourth');
    expect(later.read('answer')).toBe('fourth');
  });
});
