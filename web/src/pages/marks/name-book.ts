import { api } from '../../api/api.ts';
import type { Api, Refused } from '../../api/types.ts';

/** A learner by the register. */
export type Named = { readonly fullName: string; readonly className?: string };
export type Names = ReadonlyMap<string, Named>;
type NamesAnswer = { readonly ok: true; readonly body: Names } | Refused;
type Asked = Pick<Api, 'listClasses' | 'listClassMembers' | 'listPeople'>;

/** Names of the members of all classes that the caller sees; somebody in two classes is named with both. */
async function namesOfClasses(asked: Asked): Promise<NamesAnswer> {
  const answer = await asked.listClasses();
  if (!answer.ok) return answer;
  const { classes } = answer.body;
  const lists = await Promise.all(
    classes.map(({ classId }) => asked.listClassMembers({ params: { classId } })),
  );
  const names = new Map<string, Named>();
  for (const [at, list] of lists.entries()) {
    if (!list.ok) return list;
    for (const { personId, fullName } of list.body.members) {
      const className = [names.get(personId)?.className, classes[at]?.name].filter(Boolean).join(', ');
      names.set(personId, { fullName, className });
    }
  }
  return { ok: true, body: names };
}

/**
 * Marks carry references, names are the register's: this finds who is meant. Classes are asked once; the register, page
 * by page and only as far as needed, is for the office, whose lists hold people without a class.
 */
export function createNameBook(mayAskRegister: boolean, asked: Asked = api) {
  const known = new Map<string, Named>();
  let hasClasses = false;
  let next: { readonly cursor?: string } | undefined = mayAskRegister ? {} : undefined;

  const readClasses = async (): Promise<NamesAnswer> => {
    const answer = await namesOfClasses(asked);
    if (!answer.ok) return answer;
    for (const [personId, named] of answer.body) known.set(personId, named);
    hasClasses = true;
    return answer;
  };
  const readRegister = async (): Promise<NamesAnswer> => {
    const answer = await asked.listPeople({ query: { role: 'learner', ...next } });
    if (!answer.ok) return answer;
    const { people, next: cursor } = answer.body;
    for (const { personId, fullName } of people) if (!known.has(personId)) known.set(personId, { fullName });
    next = cursor ? { cursor } : undefined;
    return { ok: true, body: known };
  };

  return async (personIds: readonly string[]): Promise<NamesAnswer> => {
    let answer: NamesAnswer = hasClasses ? { ok: true, body: known } : await readClasses();
    while (answer.ok && next && personIds.some((id) => !known.has(id))) answer = await readRegister();
    return answer.ok ? { ok: true, body: known } : answer;
  };
}
