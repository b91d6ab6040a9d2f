import { useMessages } from '../messages/use-messages.ts';

/** From a course to what the library holds for the same competence. */
export const LibraryLink = ({ competenceCodes }: { competenceCodes: readonly string[] }) => {
  const { courses: t } = useMessages();
  const [code] = competenceCodes;
  if (!code) return null;
  return (
    <a class="link-alone" href={`/thu-vien?nang-luc=${code}`}>
      {t.moreInLibrary}
    </a>
  );
};
