import { networkInterfaces } from 'node:os'
import { beforeEach, expect, test, vi } from 'vitest'
import { joinAddress, reachableOrigin } from '#graphql/join-address.ts'

const settings = vi.hoisted((): { PORT: number; PUBLIC_URL?: string } => ({ PORT: 3000 }))
vi.mock('#env.ts', () => ({ env: () => settings }))
vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }))

const LOOPBACK = { address: '127.0.0.1', family: 'IPv4', internal: true }
const SIX = { address: 'fe80::1', family: 'IPv6', internal: false }
const FOUR = { address: '192.168.1.20', family: 'IPv4', internal: false }

function addresses(...found: object[]) {
  vi.mocked(networkInterfaces).mockReturnValue({ eth0: found } as ReturnType<typeof networkInterfaces>)
}

beforeEach(() => {
  settings.PUBLIC_URL = undefined
  addresses(LOOPBACK, SIX, FOUR)
})

test('the public address is on the sheet where there is one', () => {
  settings.PUBLIC_URL = 'https://lab.example.org'
  expect(joinAddress('CDFGHJ', 'http://localhost:3000')).toBe('https://lab.example.org/j/CDFGHJ')
})

test.each([
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'http://0.0.0.0:3000',
  'nonsense',
])('whoever sees %s gets a sheet with this machine’s address on the network', (origin) => {
  expect(joinAddress('CDFGHJ', origin)).toBe('http://192.168.1.20:3000/j/CDFGHJ')
})

test('an address that others already use is kept', () => {
  expect(reachableOrigin('http://10.0.0.7:8080')).toBe('http://10.0.0.7:8080')
})

test('without a network there is only the address that is seen', () => {
  addresses(LOOPBACK, SIX)
  expect(reachableOrigin('http://localhost:3000')).toBe('http://localhost:3000')
})
