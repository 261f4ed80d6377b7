import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** The first half of an IPv6 address: one line gets at least this network, and may use any address of it. */
const NETWORK_GROUPS = 4;

/** What of a caller's address is counted as one: an IPv4 address in whatever form, or an IPv6 network (/64). */
export function networkOf(address: string): string {
  const [, ipv4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address) ?? [];
  if (ipv4 !== undefined) return ipv4;
  const ipv6 = address.replace(/^\[(.*)\](?::\d+)?$/, '$1');
  if (!isIPv6(ipv6)) return address;
  const [head = [], tail] = ipv6.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = tail === undefined ? head : [...head, ...Array.from({ length: GROUPS - head.length - tail.length }, () => '0'), ...tail];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
