import { describe, expect, it } from 'vitest';
import { hold } from './held.ts';

type Step = { readonly to: string; readonly title: string };
const step = (to: string, title = to): Step => ({ to, title });
const isSame = (a: Step, b: Step) => a.to === b.to;

describe('hold', () => {
  it('shows the first step, and the same one in newer words', () => {
    const first = hold(undefined, step('lesson 2'), isSame);
    expect(first).toEqual({ shown: step('lesson 2') });
    expect(hold(first, step('lesson 2', 'Hai'), isSame)).toEqual({ shown: step('lesson 2', 'Hai') });
  });

  it('offers a step that leads elsewhere beside the one that is shown, and forgets it when it is withdrawn', () => {
    const first = hold(undefined, step('lesson 2'), isSame);
    const second = hold(first, step('quiz'), isSame);
    expect(second).toEqual({ shown: step('lesson 2'), newer: step('quiz') });
    expect(hold(second, step('seat'), isSame)).toEqual({ shown: step('lesson 2'), newer: step('seat') });
    expect(hold(second, step('lesson 2'), isSame)).toEqual({ shown: step('lesson 2') });
  });
});
