import type { HelpWords } from './use-help-words.ts';

export type NoteFacts = {
  readonly trouble: string;
  readonly name?: string | undefined;
  readonly page?: { readonly title: string; readonly path: string } | undefined;
  /** Already as people read it. */
  readonly time: string;
  readonly device: string;
  readonly screen: string;
  readonly isOnline: boolean;
};

/** A note that a learner sends to whoever helps: what is wrong, where and when, on what device. Nothing that is unknown. */
export const helpNote = (facts: NoteFacts, t: HelpWords['note']): string =>
  [
    t.greeting,
    facts.trouble.trim() !== '' && t.trouble(facts.trouble.trim()),
    facts.name && t.name(facts.name),
    facts.page && t.page(facts.page.title, facts.page.path),
    t.time(facts.time),
    facts.device !== '' && t.device(facts.device),
    t.screen(facts.screen),
    t.network(facts.isOnline),
  ]
    .filter(Boolean)
    .join('\n');
