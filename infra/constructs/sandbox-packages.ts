import type { LayerPackage } from './layer-folder.ts';

export const koffiOf = (processor: string) => `@koromix/koffi-linux-${processor}`;

/** How a child asks the system to cut it off: 1.1 MB of every layer that opens strangers' files. */
export const sandboxPackages = (processor: string): LayerPackage[] => [
  { name: 'koffi', parts: ['LICENSE.txt'] },
  { name: koffiOf(processor), binaries: [`linux_${processor}/koffi.node`] },
];
