/** The mark: the letters "i, tờ" of the first literacy classes, read as "it"; the dot is a lamp flame. */
export const Logo = ({ size = 44 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
    <rect width="48" height="48" rx="12" fill="#17496b" />
    <g fill="none" stroke="#fffdf8" stroke-width="5" stroke-linecap="round">
      <path d="M16 21v10c0 4 2.200 6 5.400 6M30 12v18c0 4.600 2.200 7 6.500 7" />
      <path d="M24.500 20.500H38" stroke="#f2b632" />
    </g>
    <path d="M16 7c3 3.400 4 5 4 6.800a4 4 0 0 1-8 0C12 12 13 10.400 16 7z" fill="#f2b632" />
  </svg>
);

/** Woodcut: a lotus, for results and for pages where nothing is yet. Decoration only. */
export const Lotus = ({ size = 84 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 84 84" aria-hidden="true">
    <g stroke="#1f2a2e" stroke-width="2.200" stroke-linejoin="round">
      <path d="M42 70C24 68 10 54 8 36c12 1 22 6 30 16z" fill="#e58a75" />
      <path d="M42 70c18-2 32-16 34-34-12 1-22 6-30 16z" fill="#e58a75" />
      <path d="M42 70C26 58 22 36 42 12c20 24 16 46 0 58z" fill="#f3b3a2" />
      <path d="M42 12v40" fill="none" stroke="#b3321f" />
      <path d="M14 74c10-6 46-6 56 0" fill="none" stroke="#2f6b3a" stroke-width="4" stroke-linecap="round" />
    </g>
  </svg>
);
