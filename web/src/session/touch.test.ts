import { describe, expect, it } from 'vitest';
import { splitTouch } from './touch.ts';

const TOUCH = '01K0000000000000000000000T';

describe('splitTouch', () => {
  it('takes the touch out of the address and leaves the rest', () => {
    expect(splitTouch(`/khoa-hoc?a=1&touch=${TOUCH}#bai`)).toEqual({
      address: '/khoa-hoc?a=1#bai',
      touchId: TOUCH,
    });
  });

  it('drops what is not an identifier', () => {
    expect(splitTouch('/khoa-hoc?touch=%3Cscript%3E')).toEqual({ address: '/khoa-hoc' });
    expect(splitTouch('/khoa-hoc')).toEqual({ address: '/khoa-hoc' });
  });
});
