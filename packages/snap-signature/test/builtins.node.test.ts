import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
})

// Node 22.0 to 22.2, and whatever else answers to the condition `node` and is none.
it('a runtime without getBuiltinModule is named, and no good key is blamed for it', async () => {
  vi.resetModules()
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
  const { importPrivate, importPublic, sha256Hex } = await import('../src/backend/node/index.js')
  const { decrypt } = await import('../src/backend/node/decrypt.js')
  const message = /^This runtime lacks process\.getBuiltinModule/
  expect(() => sha256Hex('')).toThrow(message)
  await expect(importPrivate(new Uint8Array())).rejects.toThrow(message)
  await expect(importPublic(new Uint8Array())).rejects.toThrow(message)
  const encrypted = { scheme: 'pkcs12', der: new Uint8Array() } as const
  await expect(decrypt(encrypted, new Uint8Array())).rejects.toThrow(message)
})
