import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that is of no single host of the public internet: private, loopback, link-local, shared, documentation, multicast. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of the global unicast addresses of IPv6, those that lead elsewhere: tunnels to IPv4, documentation, protocols. */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const GLOBAL_IPV6 = ['2000::/3'];

const special = blockList(SPECIAL_IPV4, 'ipv4', blockList(SPECIAL_IPV6, 'ipv6'));
const global = blockList(GLOBAL_IPV6, 'ipv6');

function blockList(networks: readonly string[], family: 'ipv4' | 'ipv6', list = new BlockList()): BlockList {
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** True for an address of the public internet: no private, loopback, link-local or otherwise special one. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** The address that the host of a URL is, where it is one; else null. */
export function addressOfHost(hostname: string): string | null {
  const plain = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(plain) === 0 ? null : plain;
}
