/** How players name the one sound track of a lecture. */
export const soundTrack = { language: 'vi', name: 'Tiếng Việt' } as const;
