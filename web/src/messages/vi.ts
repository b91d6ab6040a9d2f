import { desk } from './vi/desk.ts';
import { everybody } from './vi/everybody.ts';
import { items } from './vi/items.ts';
import { tv } from './vi/tv.ts';

/** Every sentence of the site in Vietnamese: short, plain, at most about 15 words. */
export const vi = { ...everybody, ...desk, items, tv };
