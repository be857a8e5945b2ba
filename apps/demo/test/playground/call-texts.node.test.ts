import { execFile } from 'node:child_process'
import { createHash, createHmac, createVerify, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { importPrivateKey } from '@x/snap-signature'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPrivateKey } from '../../src/playground/parts/demo-keys.js'
import { curlOf } from '../../src/playground/sign-and-verify/curl-of.js'
import { demoEnvironmentOf } from '../../src/playground/sign-and-verify/demo-environment.js'
import { sampleOf } from '../../src/playground/sign-and-verify/samples.js'
import { sign } from '../../src/playground/sign-and-verify/sign.js'
import type { SignInputs } from '../../src/playground/sign-and-verify/sign-inputs.js'
import { typescriptOf } from '../../src/playground/sign-and-verify/typescript-of.js'

const run = promisify(execFile)
const parent = join(import.meta.dirname, '../../temp')
mkdirSync(parent, { recursive: true })
// Below this app, so that a program finds the packages as they are built.
const folder = mkdtempSync(join(parent, 'call-texts-'))

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const small = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

interface Arrived {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let arrived: Arrived[] = []
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    arrived.push({ method, path: url, headers, body: Buffer.concat(pieces).toString() })
    response.end('{}')
  })
})
let baseUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const shared = { timestamp: '2020-12-17T10:55:00+07:00', privateKey: pair.privateKey }
const symmetric = sampleOf('symmetric', shared)
const asymmetric = sampleOf('asymmetric', shared)
const tokenRequest = sampleOf('token-request', shared)

const nasty = `{ "it's": "a $HOME \`date\` \\"quoted\\" \\\\ 100% \${x} é 😀 !",\n\t"end": "\\n" }\n`

const cases: Readonly<Record<string, SignInputs>> = {
  symmetric,
  'symmetric, hex': { ...symmetric, encoding: 'hex' },
  'symmetric, nasty': {
    ...symmetric,
    body: nasty,
    secret: `-it's "a" $SECRET \`x\` \\n é`,
    path: `/a'b/[1-2]`,
  },
  'symmetric, body like a file': { ...symmetric, body: '@/etc/hosts' },
  'a GET without a query in its signature': {
    ...symmetric,
    method: 'GET',
    body: '',
    path: '/v1.0/report?b=2&a=1',
    pathForm: 'without-query',
  },
  'a sorted query': { ...symmetric, path: '/v1.0/forex?Type=e rate&Code=USD,JPY', pathForm: 'sorted-query' },
  asymmetric,
  'asymmetric, a key of 1024 bits': { ...asymmetric, privateKey: small.privateKey },
  'a token request': tokenRequest,
  'a token request, hex': { ...tokenRequest, encoding: 'hex', clientId: `it's "me" $HOME` },
}

/** The string to sign as the standard has it, made here of what arrived, with other means. */
const stringToSign = ({ method, path, headers, body }: Arrived, { kind, pathForm }: SignInputs): string => {
  const timestamp = String(headers['x-timestamp'])
  if (kind === 'token-request') return `${String(headers['x-client-key'])}|${timestamp}`
  const minified = body.replace(/("(?:[^"\\]|\\[^"]|\\")*")|[ \t\n\r]+/g, '$1')
  const hash = createHash('sha256').update(minified).digest('hex')
  const signed = pathForm === 'without-query' ? path.replace(/\?.*/, '') : path
  const token = kind === 'symmetric' ? `:${String(headers['authorization']).replace('Bearer ', '')}` : ''
  return `${method}:${signed}${token}:${hash}:${timestamp}`
}

const check = async (inputs: SignInputs): Promise<Arrived> => {
  const [request, ...more] = arrived
  if (request === undefined || more.length > 0) throw new Error(`${arrived.length} requests arrived`)
  const signature = String(request.headers['x-signature'])
  const bytes = Buffer.from(signature, inputs.encoding)
  const text = stringToSign(request, inputs)
  if (inputs.kind === 'symmetric')
    expect(bytes).toEqual(createHmac('sha512', inputs.secret).update(text).digest())
  else {
    const { publicKey } = inputs.privateKey === small.privateKey ? small : pair
    expect(createVerify('sha256').update(text).verify(publicKey, bytes)).toBe(true)
  }
  const key =
    inputs.kind === 'symmetric' ? undefined : importPrivateKey(inputs.privateKey, { minimumBits: 1024 })
  expect(signature).toBe((await sign(inputs, key))[inputs.encoding])
  if (inputs.kind !== 'token-request') expect(request.body).toBe(inputs.method === 'GET' ? '' : inputs.body)
  return request
}

const environment = ({ secret, accessToken }: SignInputs) => ({
  ...process.env,
  SNAP_CLIENT_SECRET: secret,
  SNAP_ACCESS_TOKEN: accessToken,
})

describe('the curl and openssl text', () => {
  it.each(Object.entries(cases))('sends what the page signs: %s', async (_, inputs) => {
    arrived = []
    const keyFile = join(folder, 'curl.pem')
    writeFileSync(keyFile, inputs.privateKey)
    const text = curlOf({ inputs, baseUrl }) ?? ''
    await run('bash', ['-euc', text], { env: { ...environment(inputs), KEY_FILE: keyFile } })
    await check(inputs)
  })

  it.each(['symmetric', 'token-request'] as const)('runs with the DEMO values: %s', async (kind) => {
    arrived = []
    const inputs = sampleOf(kind, { ...shared, privateKey: demoPrivateKey })
    const text = `${demoEnvironmentOf(inputs)}${curlOf({ inputs, baseUrl })}`
    await run('bash', ['-euc', text], { cwd: folder })
    const key = kind === 'symmetric' ? undefined : importPrivateKey(demoPrivateKey)
    expect(arrived[0]?.headers['x-signature']).toBe((await sign(inputs, key)).base64)
  })

  it('holds no secret, and cannot hold a NUL', () => {
    for (const inputs of [symmetric, asymmetric, tokenRequest]) {
      const texts = [curlOf({ inputs, baseUrl }), typescriptOf({ inputs, baseUrl })].join('\n')
      for (const secret of [
        symmetric.secret,
        symmetric.accessToken,
        'PRIVATE KEY',
        pair.privateKey.slice(60, 100),
      ])
        expect(texts).not.toContain(secret)
    }
    expect(curlOf({ inputs: { ...symmetric, body: '"\0"' }, baseUrl })).toBeUndefined()
  })
})

describe('the TypeScript text', () => {
  const programs = Object.entries(cases).map(([name, inputs], index) => ({
    name,
    inputs,
    file: join(folder, `call-${index}.mts`),
  }))
  const textOf = (inputs: SignInputs): string =>
    typescriptOf({ inputs, baseUrl, keyBits: inputs.privateKey === small.privateKey ? 1024 : 2048 })

  it('compiles', () => {
    for (const { file, inputs } of programs) writeFileSync(file, textOf(inputs))
    const program = ts.createProgram({
      rootNames: programs.map(({ file }) => file),
      options: {
        strict: true,
        noEmit: true,
        noUnusedLocals: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        types: ['node'],
        typeRoots: [join(import.meta.dirname, '../../../../node_modules/@types')],
        skipLibCheck: true,
      },
    })
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      )
    expect(problems).toEqual([])
  }, 60_000)

  // Half a second each: one of every shape.
  const shapes = /nasty|without a query|1024|request, hex/
  it.each(programs.filter(({ name }) => shapes.test(name)))(
    'sends what the page signs: $name',
    async ({ inputs, file }) => {
      arrived = []
      const script = file.replace('.mts', '.mjs')
      const { outputText } = ts.transpileModule(textOf(inputs), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
        fileName: file,
      })
      writeFileSync(script, outputText)
      const env = { ...environment(inputs), SNAP_PRIVATE_KEY: inputs.privateKey }
      const { stdout } = await run(process.execPath, [script], { env, cwd: folder })
      expect(stdout).toBe('200 {}\n')
      await check(inputs)
    },
  )
})
