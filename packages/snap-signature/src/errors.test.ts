import { importPrivateKey, SnapSignatureError } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { smallSample, thrownBy } from '../test/samples.js'

describe('SnapSignatureError', () => {
  const error = thrownBy(() => importPrivateKey(smallSample.privateKey))

  it('is an Error with a name, a code and a detail', () => {
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'SnapSignatureError', code: 'ERR_SNAP_KEY_TOO_SMALL' })
    expect(String(error)).toMatch(/^SnapSignatureError: The key has 1024 bits/)
  })

  it('narrows its detail by its code', () => {
    if (!(error instanceof SnapSignatureError) || error.code !== 'ERR_SNAP_KEY_TOO_SMALL') throw error
    const { bits, minimumBits }: { bits: number; minimumBits: number } = error.detail
    expect([bits, minimumBits]).toEqual([1024, 2048])
  })

  it('knows an error of another copy of the package, and no other error', () => {
    const foreign = Object.assign(new Error('from another copy'), { name: 'SnapSignatureError' })
    expect(foreign).toBeInstanceOf(SnapSignatureError)
    for (const other of [new TypeError('x'), { name: 'SnapSignatureError' }, null, undefined, 'x'])
      expect(other instanceof SnapSignatureError).toBe(false)
  })
})
