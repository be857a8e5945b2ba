import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What a page downloads that imports only these names. */
const bundle = async (names) => {
  const result = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from '@x/snap-signature'`,
      resolveDir: join(import.meta.dirname, '../packages/snap-signature'),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  const { text, contents } = result.outputFiles[0]
  return { text, bytes: gzipSync(contents, { level: 9 }).length }
}

const sizeOf = async (names, atMost) => {
  const { text, bytes } = await bundle(names)
  // What only RSA needs must not come along.
  const found = ['RSASSA-PKCS1-v1_5', 'importKey', 'pkcs8', 'ssh-keygen'].filter((word) =>
    text.includes(word),
  )
  return {
    name: `${names.join(', ')}${found.length > 0 ? `, with ${found.join(', ')} in it` : ''}`,
    value: bytes,
    unit: 'bytes',
    target: `at most ${atMost} bytes, no word of RSA`,
    ok: bytes <= atMost && found.length === 0,
  }
}

export const sizeRows = [
  {
    id: 'gzip-symmetric',
    title: 'symmetric signer, bundled alone for a browser, gzip',
    run: async () => [
      await sizeOf(['importSecret', 'signSymmetric'], 8 * 1024),
      await sizeOf(['importSecret', 'signSymmetric', 'verifySymmetric'], 8.5 * 1024),
    ],
  },
]
