import { demoTargets } from './content.ts';
import { expectStatus, type Send } from './session.ts';

/** What the demo's director set for the year; set already, the targets stay as they are. */
export async function loadTargets(director: Send): Promise<void> {
  for (const { code, value } of demoTargets())
    await expectStatus(director, [200, 409], 'PUT', `/v1/targets/${code}`, { value, version: 0 });
}
