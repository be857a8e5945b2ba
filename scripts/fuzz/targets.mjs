import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'

/** @typedef {(input: Uint8Array) => void} Target */

/** The text of bytes that are UTF-8, a byte order mark included; undefined for others. */
const textOf = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const parse = (text) => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Independent of the package: a pattern skips strings whole and drops the rest's whitespace. */
const minifyByPattern = (text) =>
  text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_, string) => string ?? '')

/** No error may repeat what it complains about: it could be a key. */
const assertNothingShown = (error, text) => {
  const [longest] = [...(text.match(/[A-Za-z0-9+/]{20,}/g) ?? [])].sort((a, b) => b.length - a.length)
  const shown = `${error.message} ${JSON.stringify(error.detail)}`
  if (longest) assert.ok(!shown.includes(longest.slice(0, 20)), `the message repeats its input: ${shown}`)
}

/**
 * What must hold for any bytes at all. A target returns, or throws what it found.
 * @param {Record<string, any>} snap the package under test
 * @returns {Record<'minify' | 'timestamp' | 'key', Target>}
 */
export const createTargets = (snap) => {
  /** The result, or the code of a proper refusal; every other error passes through and is a finding. */
  const attempt = (run, codes, text) => {
    try {
      return { value: run() }
    } catch (error) {
      if (!(error instanceof snap.SnapSignatureError) || !codes.test(error.code)) throw error
      assertNothingShown(error, text)
      return { code: error.code, problem: error.detail.problem }
    }
  }

  const minify = (bytes) => {
    const codes = /^ERR_SNAP_BODY$/
    const text = textOf(bytes)
    const latin1 = Buffer.from(bytes).toString('latin1')
    const before = Buffer.from(bytes)
    const fromBytes = attempt(() => snap.minifyJson(bytes), codes, latin1)
    assert.ok(before.equals(bytes), 'the input was changed')
    // A mark behind whitespace is no JSON either, and is first only once that is gone.
    if (fromBytes.value && /^[ \t\r\n]*\u00ef\u00bb\u00bf/.test(latin1)) return
    if (fromBytes.value) {
      const again = snap.minifyJson(fromBytes.value)
      assert.equal(again, fromBytes.value, 'minified bytes are copied once more')
      assert.ok(fromBytes.value.length <= bytes.length)
      const digest = createHash('sha256').update(fromBytes.value).digest('hex')
      assert.equal(snap.bodyHash(bytes), digest)
      // Latin-1 keeps each byte a character, so the pattern sees what the bytes are.
      assert.equal(Buffer.from(fromBytes.value).toString('latin1'), minifyByPattern(latin1))
    }
    if (text === undefined) return
    const fromText = attempt(() => snap.minifyJson(text), codes, text)
    assert.equal(fromText.problem, fromBytes.problem, 'text and bytes are refused alike')
    const parsed = parse(text)
    if (parsed) assert.equal(fromText.code, undefined, 'JSON is refused')
    if (fromText.value === undefined) return
    assert.equal(fromText.value, textOf(fromBytes.value))
    assert.equal(fromText.value, minifyByPattern(text))
    assert.equal(snap.minifyJson(fromText.value), fromText.value)
    assert.equal(snap.bodyHash(text), snap.bodyHash(bytes))
    if (parsed) assert.deepEqual(JSON.parse(fromText.value), parsed.value)
  }

  const timestamp = (bytes) => {
    const text = textOf(bytes) ?? Buffer.from(bytes).toString('latin1')
    const { value } = attempt(() => snap.parseTimestamp(text), /^ERR_SNAP_TIMESTAMP$/, text)
    if (value === undefined) return
    // The layout is one that ECMAScript parses as well.
    assert.equal(value, Date.parse(text))
    const milliseconds = text.includes('.')
    const zone = text.endsWith('Z') ? 'Z' : text.slice(-6)
    assert.equal(snap.formatTimestamp(value, { zone, milliseconds }), text)
  }

  const key = (bytes) => {
    const text = textOf(bytes) ?? Buffer.from(bytes).toString('latin1')
    const parsed = parse(text)?.value
    // Any other object is misuse, and a TypeError.
    const sources = [bytes, text, ...(typeof parsed?.kty === 'string' ? [parsed] : [])]
    for (const source of sources)
      for (const importKey of [snap.importPrivateKey, snap.importPublicKey]) {
        const { value } = attempt(() => importKey(source, { minimumBits: 1024 }), /^ERR_SNAP_KEY_/, text)
        if (value === undefined) continue
        assert.ok(value.bits >= 1024)
        assert.match(snap.fingerprint(value), /^SHA256:[A-Za-z0-9+/]{43}$/)
        assert.equal(JSON.stringify(value), JSON.stringify({ kind: value.kind, bits: value.bits }))
      }
  }

  return { minify, timestamp, key }
}
