import type { LayerPackage } from './layer-folder.ts';

export const koffiOf = (processor: string) => `@koromix/koffi-linux-${processor}`;

/** How a child asks the system to cut it off: 1.2 MB of every layer that opens strangers' files. */
export const sandboxPackages = (processor: string): LayerPackage[] => [
  { name: 'koffi', parts: ['LICENSE.txt', 'index.cjs', 'src/koffi/index.cjs', 'src/koffi/src/static.cjs'] },
  { name: koffiOf(processor), parts: ['index.js'], binaries: [`linux_${processor}/koffi.node`] },
];
