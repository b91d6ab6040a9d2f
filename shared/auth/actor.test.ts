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
      personId: 'P',
      roles: [],
    });
    expect(actorFromClaims({ username: 'p' })?.roles).toEqual([]);
    expect(actorFromClaims({ 'cognito:groups': '[learner]' })).toBeUndefined();
  });

  it('name the person as the register does, though the pool keeps names in small letters', () => {
    const personId = '01K9ZB3V7Q8M2N4P6R8S0T2V4W';
    expect(actorFromClaims({ username: personId.toLowerCase() })?.personId).toBe(personId);
    expect(actorFromClaims({ username: personId })?.personId).toBe(personId);
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
