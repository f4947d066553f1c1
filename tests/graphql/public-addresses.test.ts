import { expect, test } from 'vitest'
import { isPublicAddress } from '#graphql/public-addresses.ts'

/** Which addresses a webhook may lead to. */

test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '192.169.0.1', '2600::1', '2a00:1450:4001::5'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  ['0.0.0.0', 'this network'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['168.63.129.16', 'the settings of a machine of Azure'],
  ['::ffff:168.63.129.16', 'the same, inside an IPv6 address'],
  ['100.64.0.1', 'shared by carriers'],
  ['127.0.0.1', 'this machine'],
  ['127.255.255.254', 'this machine'],
  ['169.254.169.254', 'metadata of clouds'],
  ['192.0.0.192', 'reserved'],
  ['192.0.2.1', 'documentation'],
  ['198.18.0.1', 'benchmarks'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['192.88.99.1', '6to4 relays'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'this machine'],
  ['::8.8.8.8', 'IPv4-compatible'],
  ['::ffff:8.8.8.8', 'IPv4-mapped'],
  ['::ffff:127.0.0.1', 'IPv4-mapped'],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b:1::a00:1', 'local NAT64'],
  ['100::1', 'discard'],
  ['2001::1', 'Teredo'],
  ['2001:db8::1', 'documentation'],
  ['2002:7f00:1::', '6to4'],
  ['3fff::1', 'documentation'],
  ['5f00::1', 'segment routing'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'metadata of clouds'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with a scope'],
  ['2600::1%eth0', 'scoped'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['127.1', 'no address in full'],
  ['0x7f000001', 'no address in full'],
  ['2130706433', 'no address in full'],
  ['localhost', 'no address'],
  ['', 'no address'],
])('%s is not: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
