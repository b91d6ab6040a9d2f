import { fold } from './vietnamese.ts';

/** A login name to offer for a full name: the given name and the initials before it, "Nguyễn Thị Hạnh" gives "hanhnt". */
export const suggestLoginName = (fullName: string): string => {
  const words = fold(fullName)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const given = words.at(-1) ?? '';
  return (
    given +
    words
      .slice(0, -1)
      .map((word) => word.charAt(0))
      .join('')
  );
};
