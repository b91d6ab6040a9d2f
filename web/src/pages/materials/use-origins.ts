import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { isOneOf } from './desk-roles.ts';
import { createSenderBook } from './sender-book.ts';
import { editionOf, type Material } from './standing.ts';

/** Who sent each material, as far as the reader may know, and which course it is for. */
export const useOrigins = (materials: readonly Material[]) => {
  const { materialDesk: t } = useMessages();
  const who = useStore(session);
  const own = who.state === 'in' ? who.personId : '';
  const mayAsk = who.state === 'in' && isOneOf(who.roles, ['training-head', 'director']);
  const [book] = useState(createSenderBook);
  const senders = [...new Set(materials.map(({ createdBy }) => createdBy))].filter((id) => id !== own);
  const isOfCourse = materials.some((one) => editionOf(one)?.courseId);
  const names = useResource(mayAsk ? () => book(senders) : undefined, [mayAsk, senders.join()]);
  const courses = useResource(isOfCourse ? () => api.listCourses() : undefined, [isOfCourse]);
  return {
    senderOf: ({ createdBy }: Material): string | undefined =>
      createdBy === own ? t.you : names.data?.get(createdBy),
    courseOf: (material: Material): string | undefined => {
      const { courseId, lessonNo } = editionOf(material) ?? {};
      const title = courses.data?.courses.find((one) => one.courseId === courseId)?.title;
      return title && t.place(title, lessonNo);
    },
  };
};
