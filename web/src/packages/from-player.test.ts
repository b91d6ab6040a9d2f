import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewingRoutes } from '../../../services/viewing/contract.ts';
import { LESSON_STATUSES } from '../../../shared/contract/package-data.ts';
import { fromPlayer } from './from-player.ts';

const commit = {
  ...{ status: 'passed', location: 'trang 2', suspendData: 'a=1', score: { raw: 8, max: 10 } },
  sessionSeconds: 90,
};
const number = fc.oneof(fc.double(), fc.integer({ min: -1, max: 101 }), fc.anything());
const nearlyCommit = fc.record(
  {
    status: fc.oneof(fc.constantFrom(...LESSON_STATUSES), fc.anything()),
    location: fc.oneof(fc.string(), fc.string({ minLength: 250, maxLength: 260 }), fc.anything()),
    suspendData: fc.oneof(fc.string(), fc.anything()),
    score: fc.oneof(
      fc.record({ raw: number, min: number, max: number }, { requiredKeys: [] }),
      fc.anything(),
    ),
    sessionSeconds: number,
    more: fc.anything(),
  },
  { requiredKeys: ['status', 'location'] },
);

describe('what comes over the port of a package', () => {
  it('is taken where the player says such things', () => {
    expect(fromPlayer({ kind: 'commit', commit })).toEqual({ kind: 'commit', commit });
    expect(fromPlayer({ kind: 'opened', more: 'than that' })).toEqual({ kind: 'opened' });
  });

  it.each([
    ['nothing', null],
    ['a stage of the page', { kind: 'playing' }],
    ['too much to keep', { kind: 'commit', commit: { ...commit, suspendData: 'x'.repeat(64_001) } }],
    ['half a second', { kind: 'commit', commit: { ...commit, sessionSeconds: 0.5 } }],
    ['a score of another scale', { kind: 'commit', commit: { ...commit, score: { raw: 101 } } }],
  ])('is left alone when it is %s', (_, data) => {
    expect(fromPlayer(data)).toBeUndefined();
  });

  it('is nothing, a word, or a commit that the service takes, whatever it was', () => {
    const { body } = viewingRoutes.commitPackage;
    const said = fc.oneof(fc.anything(), fc.record({ kind: fc.constant('commit'), commit: nearlyCommit }));
    fc.assert(
      fc.property(said, (data) => {
        const message = fromPlayer(data);
        if (message?.kind === 'commit') body.parse(message.commit);
        else expect([undefined, 'opened', 'closed', 'no-cookies', 'ended']).toContain(message?.kind);
      }),
    );
  });
});
