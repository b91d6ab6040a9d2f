/** After so many days without a quiz somebody is behind, unless the teacher asks for another number. */
export const QUIET_DAYS = 7;
/** What a teacher may choose instead. */
export const QUIET_CHOICES = [3, 7, 14, 30] as const;
