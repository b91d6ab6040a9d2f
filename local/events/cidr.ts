import { BlockList, isIP, isIPv6 } from 'node:net';

const split = (block: string): readonly [string, number] | undefined => {
  const [address = '', bits, ...rest] = block.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? '')) return undefined;
  const prefix = Number(bits);
  return prefix <= (family === 6 ? 128 : 32) ? [address, prefix] : undefined;
};

/** True for `10.0.0.0/24` or `2001:db8::/32`. */
export const isCidr = (block: string): boolean => split(block) !== undefined;

const blocks = new Map<string, BlockList>();

/** False when `address` is no IP address or of the other family. */
export function cidrContains(block: string, address: string): boolean {
  const parts = split(block);
  if (!parts || isIP(address) !== isIP(parts[0])) return false;
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const known = blocks.get(block) ?? new BlockList();
  if (!blocks.has(block)) {
    known.addSubnet(parts[0], parts[1], family);
    blocks.set(block, known);
  }
  return known.check(address, family);
}
