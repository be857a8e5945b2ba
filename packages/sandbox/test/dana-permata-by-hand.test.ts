import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findProgram, php } from '../../../scripts/find-program.mjs'
import { privateKey, publicKey } from './clients.js'
import { permataKeys } from './clients-in-process.js'
import { runByHand } from './run-by-hand.js'

// Many processes, on a machine that does other things too.
vi.setConfig({ testTimeout: 120_000 })

const sandbox = createSandbox()
const phpProgram = findProgram(php)
let servers: ListeningSandbox

beforeAll(async () => {
  servers = await listen(sandbox, { port: 0, providerPort: 0 })
})
afterAll(() => servers.close())

const runPhp = async (script: string, ...argv: readonly string[]): Promise<unknown> => {
  const path = join(import.meta.dirname, 'by-hand', script)
  return JSON.parse((await promisify(execFile)(phpProgram ?? '', [path, ...argv])).stdout)
}

// curl and openssl make these requests from literal strings: nothing of ours signs or sends them.
describe('by hand', () => {
  it('DANA: an order from its making to its end, and copies with one difference', async () => {
    expect(await runByHand('dana.sh', { servers, provider: 'dana' })).toEqual([
      'methods: 200 2000000',
      'status of none: 404 4045501',
      'order: 200 2005400',
      'the same order: 200 2005400',
      'another amount: 404 4045418',
      'status: 200 2005500 01',
      'refund of an unpaid one: 403 4035815',
      'start: 200',
      'status: 200 2005500 02',
      'pay: 200',
      'status: 200 2005500 00',
      'refund: 200 2005800',
      'the same refund: 200 2005800',
      'cancel of a refunded one: 403 4035715',
      'expire: 400',
      'another order: 200 2005400',
      'its cancel: 200 2005700',
      'its status: 200 2005500 05',
      'another key: 401 4015500',
      'another second: 401 4015500',
      'signed a day ahead: 401 4015500',
      'signed in UTC: 400 4005501',
      'signed with milliseconds: 400 4005501',
      'no X-TIMESTAMP: 400 4005502',
      'no X-SIGNATURE: 400 4005502',
      'another X-SIGNATURE: 401 4015500',
      'X-SIGNATURE cut short: 401 4015500',
      'X-SIGNATURE that is no base64: 400 4005501',
      'no X-PARTNER-ID: 400 4005502',
      'another X-PARTNER-ID: 401 4015500',
      'no X-EXTERNAL-ID: 400 4005502',
      'X-EXTERNAL-ID of 37: 400 4005501',
      'X-EXTERNAL-ID used: 409 4095500',
      'no CHANNEL-ID: 400 4005502',
      'CHANNEL-ID of the SDK: 200 2005500 00',
      'no ORIGIN: 200 2005500 00',
      'no Content-Type: 400 4005502',
      'another Content-Type: 400 4005501',
      'another body: 401 4015500',
      'white space between members, signed without: 200 2005500 00',
      'another path: 401 4015800',
      'no .htm: 404 4040000',
      'signed without .htm: 401 4015500',
      'a query: 400 4005500',
      'another method: 405 4055500',
      'no JSON: 400 4005500',
      'a member twice: 400 4005500',
      'no merchantId: 400 4005502',
      'another serviceCode: 400 4005501',
    ])
  })
  it('Permata: the sample of its page, a token, a transfer once, and copies with one difference', async () => {
    expect(await runByHand('permata.sh', { servers, provider: 'permata' })).toEqual([
      'token, as it is: 200 token',
      'token, the sample of the page: 403 403',
      // Of the page's signature only the time is wrong.
      'OAUTH-Timestamp is s behind',
      'token, another static key: 403 403',
      'token, another API key: 401 401',
      'token, another secret: 401 401',
      'token, another client: 401 401',
      'token, no Authorization: 401 401',
      'token, another scheme: 401 401',
      'token, no API-Key: 401 401',
      'token, no OAUTH-Timestamp: 403 403',
      'token, no OAUTH-Signature: 403 403',
      'token, signature in hex: 403 403',
      'token, signature without padding: 403 403',
      'token, signed in whole seconds: 403 403',
      'token, signed in UTC: 403 403',
      'token, another Content-Type: 400 400',
      'token, another grant: 400 400',
      'token, a scope: 400 400',
      'token, a query: 400 400',
      'token, another method: 405 405',
      'balance: 200 00',
      '1000000000.00',
      'name at another bank: 200 00',
      'transfer: 200 00',
      'the same transfer: 200 94',
      'interbank transfer: 200 00',
      'status: 200 00',
      'status of none: 200 25',
      'balance: 200 00',
      // 1 000 000 000 - 10 000, once - 10 000 to another bank.
      '999980000.00',
      'no Authorization: 401 401',
      'another token: 401 401',
      'no organizationname: 403 403',
      'another organizationname: 403 403',
      'no permata-timestamp: 403 403',
      'another permata-timestamp: 403 403',
      'signed long ago: 403 403',
      'no permata-signature: 403 403',
      'another static key: 403 403',
      'another body: 403 403',
      'white space between members, signed without: 200 00',
      'another Content-Type: 400 400',
      'no JSON: 400 400',
      'a member twice: 400 400',
      'another member: 400 400',
      'another path, which is not signed: 400 400',
      'no such path: 404 404',
      'a query: 400 400',
      'another method: 405 405',
    ])
  })

  it.runIf(phpProgram)('DANA by PHP, whose JSON escapes slashes and letters', async () => {
    sandbox.provider('dana').registerClient({ clientId: 'php-1', publicKey })
    expect(await runPhp('dana.php', servers.baseUrl('dana'), 'php-1', privateKey)).toMatchObject({
      responseCode: '2005400',
      partnerReferenceNo: 'HAND/PHP-1',
    })
    expect(sandbox.provider('dana').calls().at(-1)?.request.body).toContain('Caf\\u00e9 \\/ Teh')
  })

  it.runIf(phpProgram)('Permata by PHP: a token and a balance', async () => {
    sandbox.provider('permata').registerClient({ ...permataKeys, clientId: 'php-1' })
    const { clientSecret, apiKey, staticKey, organizationName } = permataKeys
    const keys = ['php-1', clientSecret, apiKey, staticKey, organizationName]
    expect(await runPhp('permata.php', servers.baseUrl('permata'), ...keys)).toMatchObject({
      BalInqRs: { MsgRsHdr: { CustRefID: 'A/1', StatusCode: '00' }, InqInfo: { AccountCurrency: 'IDR' } },
    })
  })
})
