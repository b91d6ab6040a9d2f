/** An enrolment as the service lists it, in a run of these days. */
export const enrolled = (status: string, runId: string, startsOn: string, endsOn: string) => ({
  status,
  courseSlug: 'an-toan',
  courseTitle: 'An toàn',
  run: {
    runId,
    code: `${runId}-01`,
    mode: 'in-person' as const,
    room: 'Phòng 1.02',
    startsOn,
    endsOn,
  },
});
