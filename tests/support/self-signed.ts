import { generateKeyPairSync, sign } from 'node:crypto'

/** A key and the certificate that it signs itself, for hosts of tests: DER by hand, so that no key lies in the repository. */
export function selfSigned(...names: string[]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = list(SEQUENCE, list(SET, list(SEQUENCE, oid(0x55, 4, 3), tag(UTF8, Buffer.from('A test')))))
  const moment = (year: number) => tag(GENERALISED_TIME, Buffer.from(`${year}0101000000Z`))
  const alternatives = list(SEQUENCE, ...names.map((host) => tag(DNS_NAME, Buffer.from(host))))
  const body = list(
    SEQUENCE,
    tag(0xa0, tag(INTEGER, Buffer.from([2]))),
    tag(INTEGER, Buffer.from([1])),
    ECDSA_SHA256,
    name,
    list(SEQUENCE, moment(2017), moment(2117)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tag(0xa3, list(SEQUENCE, list(SEQUENCE, oid(0x55, 0x1d, 0x11), tag(OCTETS, alternatives)))),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)])
  const der = list(SEQUENCE, body, ECDSA_SHA256, tag(BITS, signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

const [INTEGER, BITS, OCTETS, UTF8, GENERALISED_TIME, SEQUENCE, SET] = [2, 3, 4, 12, 0x18, 0x30, 0x31]
const DNS_NAME = 0x82
const ECDSA_SHA256 = list(SEQUENCE, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2))

function oid(...bytes: number[]): Buffer {
  return tag(6, Buffer.from(bytes))
}

function list(kind: number, ...parts: Buffer[]): Buffer {
  return tag(kind, Buffer.concat(parts))
}

function tag(kind: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([kind, length]), content])
  return Buffer.concat([Buffer.from([kind, 0x82, length >> 8, length & 0xff]), content])
}
