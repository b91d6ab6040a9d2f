import { createStore } from '../state/store.ts';
import type { OutboxState } from './outbox.ts';

/** What the sender of this tab is doing; apart from it, because pages show this before its script is there. */
export const outboxState = createStore<OutboxState>('idle');
