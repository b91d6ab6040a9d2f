import { endOne } from './ending.ts';
import { CURRENT_KEY, type KeptPerson } from './kept-people.ts';
import type { Roster } from './roster.ts';
import type { Surroundings, Word } from './surroundings.ts';

/** What the tabs of a device tell each other of sign-ins: one that lives in tabs passes from tab to tab, and ends in all. */
export class TabTalk {
  readonly #world: Surroundings;
  readonly #roster: Roster;

  constructor(world: Surroundings, roster: Roster) {
    this.#world = world;
    this.#roster = roster;
  }

  /** Other tabs get a new sign-in before the one that they have is ended, or let theirs go for the device's. */
  announce(personId: string): void {
    const now = this.#roster.find(personId);
    if (now) this.#world.tell(now.lasts === 'device' ? { gone: personId } : { give: now });
  }

  /** Answers another tab that lost whoever is current; `asked` is that person if no password is needed. */
  answer(asked: KeptPerson | undefined): void {
    if (asked && asked.lasts !== 'device') this.#world.tell({ give: asked });
  }

  /** Takes in what another tab did; false for a sign-in of somebody who is not current here. */
  take(word: Exclude<Word, { readonly ask: string }>): boolean {
    if ('gone' in word) this.#letGo(word.gone, () => this.#roster.dropFromTab(word.gone));
    else if (this.#world.device.read(CURRENT_KEY) === word.give.personId)
      this.#letGo(word.give.personId, () => this.#roster.receive(word.give));
    else return false;
    return true;
  }

  /** A token that this tab alone knew ends with its place here: the tab that told could not revoke it. */
  #letGo(personId: string, change: () => void): void {
    const before = this.#roster.find(personId);
    change();
    const isOwn = before?.refresh !== undefined && before.lasts !== 'device';
    if (isOwn && this.#roster.find(personId)?.refresh !== before.refresh)
      void endOne(this.#world.pool, before.refresh);
  }
}
