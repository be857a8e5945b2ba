import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What a page downloads that imports only these names. */
const bundle = (names, from, folder) => bundleOf(`export { ${names.join(', ')} } from '${from}'`, folder)

const bundleOf = async (contents, folder) => {
  const result = await build({
    stdin: {
      contents,
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
  const [{ text, contents: bytes }] = result.outputFiles
  return { text, bytes: gzipSync(bytes, { level: 9 }).length }
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

/** One provider's client, with every service of it and no word of the others. */
const clientOf = async ({ profile, from, forbidden, what }) => {
  const contents = `export { createClient } from '@x/providers'\nexport { ${profile} } from '${from}'`
  const { text, bytes } = await bundleOf(contents, '../packages/providers')
  const found = forbidden.filter((word) => text.includes(word))
  return {
    name: `${profile}${found.length > 0 ? `, with ${found.join(', ')} in it` : ''}`,
    value: bytes,
    unit: 'bytes',
    target: `at most ${16 * 1024} bytes, no word of ${what}`,
    ok: bytes <= 16 * 1024 && found.length === 0,
  }
}

const ofOthers = {
  nicepay: ['nicepay.co.id', 'qr-mpm-refund'],
  bni: ['/H2H/v2', 'IDBNI', 'x-api-key'],
  bniSnap: ['/snap-service/'],
  dana: ['dana.id', '.htm'],
  permata: ['permata-signature', 'OAUTH-Signature'],
  standard: ['/v1.0/transfer-intrabank'],
}
const without = (...own) =>
  Object.entries(ofOthers).flatMap(([name, words]) => (own.includes(name) ? [] : words))

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
  {
    id: 'gzip-providers',
    title: "one provider's client, bundled alone for a browser, gzip",
    run: async () => [
      await clientOf({
        profile: 'nicepay',
        from: '@x/providers/nicepay',
        forbidden: [...without('nicepay'), 'grant_type', 'x-www-form-urlencoded'],
        what: 'another provider, or OAuth',
      }),
      await clientOf({
        profile: 'bni',
        from: '@x/providers/bni',
        forbidden: [...without('bni'), 'RSASSA', 'X-SIGNATURE', 'grantType'],
        what: 'another provider, or SNAP',
      }),
    ],
  },
]
