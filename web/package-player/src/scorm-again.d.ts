/** The types beside this entry name a default export; its module has a named one alone. */
declare module 'scorm-again/scorm12' {
  /** The run-time environment of SCORM 1.2, as far as it is used here. */
  export class Scorm12API {
    constructor(settings: {
      /** Saves by itself so long after a value was set. */
      readonly autocommit: boolean;
      readonly autocommitSeconds: number;
      /** A lesson that says nothing of its status is completed when it ends (SCORM 1.2, 3.4.4). */
      readonly autoCompleteLessonStatus: boolean;
      readonly logLevel: 'NONE' | 'ERROR';
    });
    /** Only before the package begins. */
    loadFromJSON(model: object): void;
    renderCommitCMI(isLast: boolean): unknown;
    on(call: 'LMSInitialize' | 'LMSCommit' | 'LMSFinish', listener: () => void): void;
    isInitialized(): boolean;
    LMSCommit(parameter: ''): string;
  }
}
