import ipaddr from 'ipaddr.js'

// All that is given out to the public so far; 6to4, Teredo and documentation within it have ranges of their own.
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/** Public by its range, and in every machine of Azure the way to the machine's own settings. */
const AZURE_WIRE_SERVER = '168.63.129.16'

/**
 * Whether an address is one of the public internet: no private, loopback, link-local, shared, reserved or multicast one,
 * and none that carries another inside (IPv4-mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  // Scoped addresses lead to a link of this machine; figures in other forms than dotted ones are no addresses.
  if (text.includes('%') || !(ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)))
    return false
  const address = ipaddr.parse(text)
  if (text === AZURE_WIRE_SERVER) return false
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST)
}
