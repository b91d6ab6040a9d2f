import { describe, expect, it } from 'vitest';
import { actorFromClaims, mayCall } from './actor.ts';

describe('claims', () => {
  it('carry groups as the gateway hands them over', () => {
    expect(actorFromClaims({ username: 'p', 'cognito:groups': '[learner teacher]' })?.roles).toEqual([
      'learner',
      'teacher',
    ]);
    expect(actorFromClaims({ username: 'p', 'cognito:groups': ['director'] })?.roles).toEqual(['director']);
  });

  it('give no role that this platform does not know', () => {
    expect(actorFromClaims({ username: 'p', 'cognito:groups': '[admin root]' })).toEqual({
      personId: 'p',
      roles: [],
    });
    expect(actorFromClaims({ username: 'p' })?.roles).toEqual([]);
    expect(actorFromClaims({ 'cognito:groups': '[learner]' })).toBeUndefined();
  });

  it('decide who may call', () => {
    const learner = { personId: 'p', roles: ['learner'] } as const;
    expect(mayCall({ roles: 'public' }, undefined)).toBe('yes');
    expect(mayCall({ roles: ['learner'] }, undefined)).toBe('sign-in');
    expect(mayCall({ roles: ['director'] }, learner)).toBe('forbidden');
    expect(mayCall({ roles: 'anyone' }, { personId: 'p', roles: [] })).toBe('forbidden');
    expect(mayCall({ roles: 'anyone' }, learner)).toBe('yes');
  });
});
