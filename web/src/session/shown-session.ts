import { createStore } from '../state/store.ts';
import type { Session } from './surroundings.ts';

const isSame = (a: Session, b: Session): boolean => {
  if (a.state === 'out' || b.state === 'out') return a.state === b.state;
  return a.personId === b.personId && a.roles.join() === b.roles.join();
};

/** Whose pages one tab shows. */
export class ShownSession {
  readonly session = createStore<Session>({ state: 'out' });
  /** Grows whenever somebody stops being current: whatever they had open must not stay for the next. */
  readonly handovers = createStore(0);

  isOf(personId: string): boolean {
    const now = this.session.get();
    return now.state === 'in' && now.personId === personId;
  }

  show(next: Session): void {
    const before = this.session.get();
    if (isSame(before, next)) return;
    this.session.set(next);
    const isHandover = before.state === 'in' && !this.isOf(before.personId);
    if (isHandover) this.handovers.set(this.handovers.get() + 1);
  }
}
