export type Lesson = {
  readonly title: string;
  readonly minutes: number;
  /** Markdown. */
  readonly text: string;
  readonly competenceCodes: readonly string[];
};

export type Course = {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly competenceCodes: readonly string[];
  readonly lessons: readonly {
    readonly lessonNo: number;
    readonly title: string;
    readonly minutes: number;
  }[];
};

/** What a run must fulfil to be opened. Days are YYYY-MM-DD and compare as text. */
export const runDates = (startsOn: string, endsOn: string): 'ok' | 'ends-before-it-starts' =>
  endsOn < startsOn ? 'ends-before-it-starts' : 'ok';
