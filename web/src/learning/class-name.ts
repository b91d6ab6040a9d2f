type Named = { readonly code: string; readonly name: string };

/** Whether a class's name says its code already, as "Lớp 12A1" does. */
export const saysCode = ({ code, name }: Named): boolean => name.toLowerCase().includes(code.toLowerCase());

/** A class in one line, with its code said once. */
export const classLine = (one: Named): string => (saysCode(one) ? one.name : `${one.name} (${one.code})`);
