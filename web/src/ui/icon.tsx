/** Outlines on a 24 by 24 grid, drawn with the current colour. */
const PATHS = {
  help: 'M4 5h16v11H11l-5 4v-4H4zM9.500 9a2.500 2.500 0 1 1 3.400 2.300c-.6.3-.9.700-.9 1.200M12 14.300v.2',
  speak: 'M4 10v4h3l5 4V6l-5 4zM15.500 9c1.500 1.800 1.500 4.200 0 6M18 6.500c3 3.300 3 7.700 0 11',
  pause: 'M8 5v14M16 5v14',
  stop: 'M6 6h12v12H6z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h2M14 14h2',
  award: 'M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM8.500 13 7 21l5-2.500L17 21l-1.500-8',
  home: 'M3 11.500 12 4l9 7.500M6 10v10h12V10M10 20v-6h4v6',
  book: 'M4 5.500c3-1.500 6-1 8 .8 2-1.800 5-2.300 8-.8v13c-3-1.500-6-1-8 .8-2-1.800-5-2.300-8-.8zM12 6.300v13',
  people:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM17 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM2.500 20c.3-4 2.600-6 5.500-6s5.200 2 5.500 6M15 20c0-2.200-.4-3.600-1.200-4.700.9-.9 2-1.300 3.200-1.300 2.500 0 4.300 2 4.500 6',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  phone: 'M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM10.500 18h3',
  chat: 'M4 5h16v11H11l-5 4v-4H4zM8 10h8M8 12.800h5',
  card: 'M3 5h18v14H3zM8 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 16.500c.6-1.500 1.700-2 3-2s2.400.5 3 2M14 10h4M14 14h4',
  chip: 'M12 4v3M12 17v3M4 12h3M17 12h3M8 8h8v8H8zM10.500 12h3',
  tool: 'M14.500 5.500a4 4 0 0 0-5 5L4 16v4h4l5.500-5.500a4 4 0 0 0 5-5L16 12l-4-4z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  upload: 'M12 16V5M7.500 9.500 12 5l4.500 4.500M5 20h14',
  megaphone: 'M4 10v4h3l9 5V5l-9 5zM7 14v5h3v-3.500M19 9.500a4 4 0 0 1 0 5',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  tick: 'M5 12.500l4.500 4.500L19 7',
  clock: 'M12 8v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  noNetwork:
    'M3 3l18 18M8.500 16a5 5 0 0 1 7 0M5 12.500a10 10 0 0 1 5-2.700M19 12.500c-.9-.9-2-1.600-3.100-2.100M12 20h.1',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  play: 'M8 5l11 7-11 7z',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.5-5 3.700-7.500 8-7.500s7.500 2.500 8 7.500',
  flag: 'M5 21V4M5 5h13l-3 4 3 4H5',
  star: 'M12 3.500l2.600 5.400 5.900.8-4.300 4.100 1 5.900L12 16.900l-5.200 2.800 1-5.900L3.500 9.700l5.900-.8z',
  key: 'M8 15a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 11h9M18 11v4',
  add: 'M12 5v14M5 12h14',
  eye: 'M2.500 12C5 7.500 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500S5 16.500 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.2',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13.500 6.500l4 4',
  download: 'M12 5v11M7.500 11.500 12 16l4.500-4.500M5 20h14',
  sort: 'M8 20V5M4 9l4-4 4 4M16 4v15M12 15l4 4 4-4',
  up: 'M12 20V5M5.500 11.500 12 5l6.500 6.500',
  down: 'M12 4v15M5.500 12.500 12 19l6.500-6.500',
  report: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6',
} as const;
export type IconName = keyof typeof PATHS;
export const ICON_NAMES = Object.keys(PATHS) as readonly IconName[];

/** An icon that only accompanies text; it is not read aloud. */
export const Icon = ({ name, size = 24, weight = 2 }: { name: IconName; size?: number; weight?: number }) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width={weight}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
);
