import { fold } from '#shared/text/vietnamese.ts';

/** Characters, as the contract allows. */
export const MAX_SLUG = 60;

/** A web address to offer for a title: "Đổi mật khẩu, an toàn!" gives "doi-mat-khau-an-toan"; cut after a whole word. */
export const suggestSlug = (title: string): string => {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const slug = words.reduce((before, word) => {
    const longer = before === '' ? word : `${before}-${word}`;
    return longer.length > MAX_SLUG ? before : longer;
  }, '');
  return slug || (words[0] ?? '').slice(0, MAX_SLUG);
};
