import { describe, expect, it } from 'vitest'
import { bodyOf, derOf, sample } from '../test/samples.js'
import { keyContent } from './key-content.js'

const pem = sample.privateKey
const der = derOf(pem)
const body = bodyOf(pem)
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('keyContent', () => {
  it.each<[string, string | Uint8Array]>([
    ['a PEM text', pem],
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['CR alone', pem.replaceAll('\n', '\r')],
    ['line breaks escaped once', pem.replaceAll('\n', '\\n')],
    ['line breaks escaped twice', pem.replaceAll('\n', '\\\\n')],
    ['CRLF escaped', pem.replaceAll('\n', '\\r\\n')],
    ['JSON in JSON', JSON.stringify(JSON.stringify(pem))],
    ['double quotes', `"${pem}"`],
    ['single quotes', `'${pem.trim()}'`],
    ['both quotes and spaces', `  "'${pem}'" \n`],
    ['quotes and escapes', `"${pem.replaceAll('\n', '\\n')}"`],
    ['indentation', pem.replaceAll('\n', '\n      ')],
    ['tabs', pem.replaceAll('\n', '\n\t')],
    ['blank lines', pem.replaceAll('\n', '\n\n')],
    ['spaces for line breaks', pem.replaceAll('\n', ' ')],
    ['no line breaks at all', pem.replaceAll('\n', '')],
    ['a byte order mark', `\ufeff${pem}`],
    ['text around it', `Bag Attributes\n    friendlyName: sample\n${pem}\nmore`],
    ['another label', pem.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY')],
    ['a label without spaces', pem.replaceAll('PRIVATE KEY', 'PRIVATEKEY')],
    ['the last line missing', pem.slice(0, pem.indexOf('-----END'))],
    ['half of the last line missing', pem.slice(0, pem.indexOf('-----END') + 7)],
    ['a hyphen of the last line', pem.slice(0, pem.indexOf('-----END') + 2)],
    ['bare base64', body],
    ['bare base64 without padding', body.replace(/=+$/, '')],
    ['bare base64 in quotes', `"${body}"`],
    ['bare base64 in lines', body.replace(/.{64}/g, '$&\n')],
    ['bare base64 in escaped lines', body.replace(/.{64}/g, '$&\\n')],
    ['base64 of a PEM text', btoa(pem)],
    ['base64 of a PEM text in armour', `-----BEGIN KEY-----\n${btoa(pem)}\n-----END KEY-----`],
    ['the bytes of a PEM text', bytesOf(pem)],
    ['the bytes of bare base64', bytesOf(`${body}\n`)],
    ['DER', der],
  ])('reads %s', (_, source) => {
    expect(keyContent(source)).toEqual({ form: 'der', der })
  })

  it('copies what it is given', () => {
    const buffer = Uint8Array.from(der)
    const copy = keyContent(buffer)
    buffer.fill(0)
    expect(copy).toEqual({ form: 'der', der })
  })

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['no bytes', new Uint8Array(), 'empty'],
    ['spaces', ' \n\t', 'empty'],
    ['quotes around nothing', '"\'\'"', 'empty'],
    ['40 kB of text', 'A'.repeat(40_000), 'too-long'],
    ['40 kB of bytes', new Uint8Array(40_000).fill(0x30), 'too-long'],
    ['a random sample value', 'xoiOeVwrNlstGotvioidyzCdnAj5x6KreeTeqbdWFIA=', 'too-short'],
    ['a word', 'secret', 'too-short'],
    ['an absolute path', '/etc/keys/private', 'file-path'],
    ['a relative path', './keys/private', 'file-path'],
    ['a relative path upwards', '../private', 'file-path'],
    ['a path at home', '~/private', 'file-path'],
    ['a Windows path', 'C:\\new\\readable', 'file-path'],
    ['a file address', 'file:///etc/keys/private', 'file-path'],
    ['a file name', 'my private key.pem', 'file-path'],
    ['a quoted file name', '"keys/private.KEY"', 'file-path'],
    ['two keys', pem + pem, 'several-keys'],
    ['a key and another block', `${pem}${pem.replaceAll('PRIVATE KEY', 'CERTIFICATE')}`, 'several-keys'],
    ['base64url', pem.replaceAll('+', '-').replaceAll('/', '_'), 'not-base64'],
    ['typographic dashes', pem.replaceAll('-----', '—'), 'not-base64'],
    ['an invisible character', pem.replace('MIIE', 'MI\u200bIE'), 'not-base64'],
    ['an array in JSON', '[{"kty":"RSA"}]', 'not-base64'],
    ['other bytes', new Uint8Array(300).fill(0xff), 'not-base64'],
    ['base64 of other bytes', btoa('x'.repeat(300)), 'not-a-key'],
    ['a key without its first line', body.slice(64), 'not-a-key'],
    ['base64 of base64 of a PEM text', btoa(btoa(pem)), 'not-a-key'],
    ['base64 of bare base64', btoa(body), 'not-a-key'],
  ])('refuses %s', (_, source, problem) => {
    expect(() => keyContent(source)).toThrow(
      expect.objectContaining({ code: 'ERR_SNAP_KEY_UNREADABLE', detail: { problem } }),
    )
  })

  it.each([
    ['the first line alone', '-----BEGIN PRIVATE KEY-----'],
    ['the first line in quotes', '"-----BEGIN PRIVATE KEY-----'],
    ['the last line alone', '-----END PRIVATE KEY-----'],
    ['no first line', pem.slice(pem.indexOf('\n'))],
  ])('says that %s is cut off', (_, source) => {
    expect(() => keyContent(source)).toThrow(
      expect.objectContaining({ code: 'ERR_SNAP_KEY_TRUNCATED', detail: { actualBytes: 0 } }),
    )
  })

  it.each<[string, string | Uint8Array]>([
    ['JSON', '{"kty":"RSA"}'],
    ['JSON in quotes', `'{"kty":"RSA"}'`],
    ['JSON in lines', '\n{\n  "kty": "RSA"\n}\n'],
    ['base64 of JSON', btoa('{"kty":"RSA"}')],
    ['the bytes of JSON', bytesOf('{"kty":"RSA"}')],
  ])('reads %s', (_, source) => {
    expect(keyContent(source)).toEqual({ form: 'jwk', jwk: { kty: 'RSA' } })
  })

  it.each(['{', '{"kty":', '{}}', '{"kty":"RSA"}{"kty":"RSA"}', '{\\"kty\\":\\"RSA\\"}'])(
    'refuses JSON that is none: %s',
    (source) => {
      expect(() => keyContent(source)).toThrow(
        expect.objectContaining({ code: 'ERR_SNAP_KEY_JWK', detail: { problem: 'not-json' } }),
      )
    },
  )

  it('does not take random bytes for JSON because of one brace', () => {
    expect(() => keyContent(btoa('{random}'))).toThrow(
      expect.objectContaining({ code: 'ERR_SNAP_KEY_UNREADABLE', detail: { problem: 'too-short' } }),
    )
  })

  it('hands out the inside of a PEM text that is encrypted as a whole', () => {
    const inside = '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n'
    const text = `-----BEGIN RSA PRIVATE KEY-----${inside}-----END RSA PRIVATE KEY-----\n`
    expect(keyContent(text)).toEqual({ form: 'encrypted-pem', text: inside })
    expect(keyContent(text.replaceAll('\n', '\\n'))).toEqual({ form: 'encrypted-pem', text: inside })
  })
})
