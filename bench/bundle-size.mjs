import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What a page downloads that imports only these names. */
const bundle = async (names, from, folder) => {
  const result = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from '${from}'`,
      resolveDir: join(import.meta.dirname, folder),
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

/** What nobody asked for must not come along: `forbidden` are words that only that has. */
const sizeOf = async (names, { from, folder, atMost, forbidden, what }) => {
  const { text, bytes } = await bundle(names, from, folder)
  const found = forbidden.filter((word) => text.includes(word))
  return {
    name: `${names.join(', ')}${found.length > 0 ? `, with ${found.join(', ')} in it` : ''}`,
    value: bytes,
    unit: 'bytes',
    target: `at most ${atMost} bytes, no word of ${what}`,
    ok: bytes <= atMost && found.length === 0,
  }
}

const signer = {
  from: '@x/snap-signature',
  folder: '../packages/snap-signature',
  atMost: 8 * 1024,
  forbidden: ['RSASSA-PKCS1-v1_5', 'importKey', 'pkcs8', 'ssh-keygen'],
  what: 'RSA',
}

const oauth = {
  from: '@x/oauth-basic',
  folder: '../packages/oauth-basic',
  atMost: 3 * 1024,
  forbidden: ['client_secret', 'grantType', 'names in use', 'atob', 'decodeURIComponent'],
  what: "JSON bodies, client_secret_post, extras or the server's half",
}

const peer = async (names, from) => {
  const { bytes } = await bundle(names, from, '.')
  return { name: `${from}: ${names.join(', ')}`, value: bytes, unit: 'bytes', target: 'to compare', ok: true }
}

export const sizeRows = [
  {
    id: 'gzip-symmetric',
    title: 'symmetric signer, bundled alone for a browser, gzip',
    run: async () => [
      await sizeOf(['importSecret', 'signSymmetric'], signer),
      await sizeOf(['importSecret', 'signSymmetric', 'verifySymmetric'], { ...signer, atMost: 8.5 * 1024 }),
    ],
  },
  {
    id: 'gzip-oauth-basic',
    title: 'client_credentials with HTTP Basic, bundled alone for a browser, gzip',
    run: async () => [
      await sizeOf(['clientCredentialsGrant', 'clientSecretBasic'], oauth),
      await peer(
        ['clientCredentialsGrantRequest', 'processClientCredentialsResponse', 'ClientSecretBasic'],
        'oauth4webapi',
      ),
      await peer(['Configuration', 'clientCredentialsGrant', 'ClientSecretBasic'], 'openid-client'),
    ],
  },
]
