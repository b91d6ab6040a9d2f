import type { LocalPlatform } from './platform.ts';

/** Replays the whole archive of the bus and waits until all of it was heard again; how many events that were. */
export async function tellEverythingAgain(platform: LocalPlatform): Promise<number> {
  const { bus } = platform.cloud.services;
  const [archive] = bus.archives();
  const [{ arn = '' } = {}] = platform.cloud.resources.of('AWS::Events::EventBus');
  const told = archive?.events ?? 0;
  bus.call('StartReplay', {
    ReplayName: 'everything-again',
    EventSourceArn: archive?.arn,
    EventStartTime: 0,
    EventEndTime: Math.ceil(Date.now() / 1000),
    Destination: { Arn: arn },
  });
  await platform.quiet();
  return told;
}
