/** Woodcut: a hand holds a phone that shows a suspicious message. Decoration only. */
export const PhoneWoodcut = () => (
  <svg class="woodcut" viewBox="0 0 312 176" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect width="312" height="176" fill="#e9dfc4" />
    <circle cx="236" cy="56" r="38" fill="#f2b632" />
    <g stroke="#1f2a2e" stroke-width="2.500" stroke-linejoin="round" stroke-linecap="round">
      <path d="M0 150c40-14 74-10 104-2 46 12 96 8 208-14v42H0z" fill="#2f6b3a" />
      <path d="M0 164c60-12 120 4 180 0 50-4 92-12 132-12v24H0z" fill="#3f7f49" />
      <path
        d="M236 150c-18-4-30-18-30-34 12 2 22 8 30 20 8-12 18-18 30-20 0 16-12 30-30 34z"
        fill="#e58a75"
      />
      <path d="M236 150c-12-8-16-26 0-48 16 22 12 40 0 48z" fill="#f3b3a2" />
      <path
        d="M84 176c-2-22 2-40 10-52l12-58c2-8 14-7 14 2l-4 40 50-4c20 0 28 14 24 30l-10 42z"
        fill="#f0c9a4"
      />
      <rect x="100" y="18" width="84" height="138" rx="14" fill="#1f2a2e" />
      <rect x="107" y="28" width="70" height="116" rx="6" fill="#fffdf8" />
      <path d="M186 92c8-2 14 2 14 8s-4 9-10 10c6 1 9 5 8 10s-6 8-12 8" fill="#f0c9a4" />
      <rect x="113" y="40" width="58" height="50" rx="8" fill="#fbe6df" />
      <path d="M121 52h40M121 62h42M121 72h26" fill="none" stroke="#b3321f" />
      <path d="M142 100l16 28h-32z" fill="#f2b632" />
      <path
        d="M142 110v8M142 123v.5M40 60c10-6 18-6 26 0 8-6 16-6 26 0M20 92c8-5 14-5 20 0 6-5 12-5 20 0"
        fill="none"
      />
    </g>
  </svg>
);

/** Woodcut: an oil lamp and an open book, the evening classes of 1945. Decoration only. */
export const LampWoodcut = () => (
  <svg class="woodcut" viewBox="0 0 312 176" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect width="312" height="176" fill="#0f3552" />
    <circle cx="156" cy="74" r="66" fill="#17496b" />
    <circle cx="156" cy="74" r="42" fill="#f2b632" />
    <g stroke="#1f2a2e" stroke-width="2.500" stroke-linejoin="round" stroke-linecap="round">
      <path d="M156 34c12 16 18 24 18 34a18 18 0 0 1-36 0c0-10 6-18 18-34z" fill="#fffdf8" />
      <path d="M156 54c5 7 8 11 8 16a8 8 0 0 1-16 0c0-5 3-9 8-16z" fill="#b3321f" />
      <path d="M132 90h48l-6 16h-36z" fill="#857c66" />
      <path d="M124 106h64c4 12-4 22-14 26h-36c-10-4-18-14-14-26z" fill="#2f6b3a" />
      <path
        d="M28 140c34-18 84-18 128 4 44-22 94-22 128-4v30c-34-12-86-12-128 6-42-18-94-18-128-6z"
        fill="#fbf6ea"
      />
      <path
        d="M156 144v32M48 148c26-8 58-8 88 6M48 160c26-6 58-6 88 6M176 154c30-14 62-14 88-6M176 166c30-12 62-12 88-6"
        fill="none"
      />
    </g>
    <path
      d="M40 34h.1M74 20h.1M264 30h.1M286 66h.1M24 84h.1M232 16h.1"
      stroke="#f2b632"
      stroke-width="5"
      stroke-linecap="round"
    />
  </svg>
);
