import { matchesSearch } from '#shared/text/vietnamese.ts';
import type { ClassStore } from '../class-store.ts';
import type { Person } from '../domain/person.ts';
import type { PeopleStore } from '../store.ts';

type Filter = {
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly cursor?: string | undefined;
};

/** A filtered page may have to look at this many stored pages before it is full. */
const MOST_PAGES = 20;
const ENOUGH = 50;

/** The register by given name; the search is by word beginnings and needs no diacritics. */
export async function registerPage(store: PeopleStore, { search, role, cursor }: Filter) {
  const people: Person[] = [];
  let next = cursor;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await store.listPeople(next);
    if (page === 'invalid-cursor') return page;
    people.push(
      ...page.people.filter(
        (person) =>
          (!role || person.roles.includes(role)) &&
          (!search || matchesSearch(`${person.fullName} ${person.loginName}`, search)),
      ),
    );
    next = page.next;
    if (!next || people.length >= ENOUGH) break;
  }
  return { people, ...(next && { next }) };
}

/** Who is signed in, with the classes they belong to. Undefined when the register does not know them. */
export async function whoAmI(
  stores: { readonly people: PeopleStore; readonly classes: ClassStore },
  personId: string,
) {
  const person = await stores.people.findPerson(personId);
  if (!person) return undefined;
  const memberships = await stores.classes.membershipsOf(personId);
  const classes = await Promise.all(memberships.map(({ classId }) => stores.classes.findClass(classId)));
  return { ...person, classes: classes.flatMap((one) => (one ? [one] : [])) };
}
