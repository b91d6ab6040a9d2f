/** The page without its words and numbers: which elements stand where, by tag, class, role and kind. */
const outline = (element: Element): string => {
  const { tagName, className, role } = element;
  const kind = element.getAttribute('type') ?? '';
  const parts = [...element.children].map(outline).join('');
  return `<${tagName}.${String(className)}.${role ?? ''}.${kind}>${parts}`;
};

export const arrangement = (): string => outline(document.body);
