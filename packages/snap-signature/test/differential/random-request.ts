import type { SignatureEncoding } from '@x/snap-signature'
import type { Random } from '../../../../scripts/random.mjs'

/** A request that nobody thought of, and its body once more without the whitespace that was put in. */
export interface RandomRequest {
  readonly kind: 'token' | 'symmetric' | 'asymmetric'
  readonly clientId: string
  readonly method: string
  readonly path: string
  readonly accessToken: string
  readonly timestamp: string
  readonly secret: string
  readonly encoding: SignatureEncoding
  readonly body: string
  readonly compactBody: string
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const tokenLetters = `${letters}-._~+/=`
const pathLetters = `${letters}-._~!$&'()*+,;=@%/`
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const whitespace = [' ', '  ', '\t', '\n', '\r\n', '\n    ']
const stringParts = [
  ' ',
  '  ',
  'a',
  'Z',
  '0',
  ':',
  ',',
  '{',
  '}',
  '[',
  ']',
  '/',
  '\\/',
  '\\"',
  '\\\\',
  '\\n',
  '\\t',
]
const rareParts = [
  '\\u00e9',
  '\\ud83c',
  'é',
  '東',
  '🏦',
  '\u00a0',
  '\u2028',
  '\u0301',
  '\u007f',
  "'",
  '<',
  '&',
]
const numbers = ['0', '-0', '1', '10000.00', '1e3', '1E+30', '-0.5e-7', '12345678901234567890', '0.10']
const secretParts = [letters, `${letters}+/=`, '!"#$%&()*,-.:;<>?@[]^_`{|}~', 'é東🏦']

/** Makes the next request out of the numbers that come. */
export function randomRequest(random: Random): RandomRequest {
  const tokens = randomBody(random)
  const dense = random(3)
  const gap = () => (dense > 0 && random(3) < dense ? pick(random, whitespace) : '')
  return {
    kind: pick(random, ['token', 'symmetric', 'asymmetric'] as const),
    clientId: text(random, letters, 1 + random(36)),
    method: pick(random, methods),
    path: `/${text(random, pathLetters, random(60))}${random(3) === 0 ? `?${text(random, pathLetters, random(40))}` : ''}`,
    accessToken: text(random, tokenLetters, 1 + random(600)),
    timestamp: timestamp(random),
    secret: randomSecret(random),
    encoding: random(4) === 0 ? 'hex' : 'base64',
    body: tokens.map((token) => gap() + token).join('') + (tokens.length > 0 ? gap() : ''),
    compactBody: tokens.join(''),
  }
}

/** Often empty, and often long enough to be read in several pieces. */
function randomBody(random: Random): readonly string[] {
  const size = random(8)
  if (size === 0) return []
  if (size > 1) return randomValue(random, 0)
  return ['[', ...separated(Array.from({ length: 100 + random(300) }, () => randomValue(random, 1))), ']']
}

/** Secrets of every length around one block (128 bytes), some of them not ASCII. */
function randomSecret(random: Random): string {
  const alphabet = [...pick(random, secretParts)]
  const length = random(4) === 0 ? 120 + random(20) : 1 + random(64)
  const secret = Array.from({ length }, () => pick(random, alphabet)).join('')
  // Quotes around a whole secret are refused on purpose.
  return /^["'`]/.test(secret) ? `s${secret}` : secret
}

/** The tokens of one JSON value: text that whitespace may stand between. */
function randomValue(random: Random, depth: number): readonly string[] {
  const shape = random(depth > 3 ? 4 : 6)
  if (shape === 0) return [pick(random, numbers)]
  if (shape === 1) return [pick(random, ['true', 'false', 'null'])]
  if (shape <= 3) return [randomString(random)]
  const items = Array.from({ length: random(5) }, () => randomValue(random, depth + 1))
  if (shape === 4) return ['[', ...separated(items), ']']
  return ['{', ...separated(items.map((value) => [randomString(random), ':', ...value])), '}']
}

function separated(items: readonly (readonly string[])[]): readonly string[] {
  return items.flatMap((item, index) => (index === 0 ? item : [',', ...item]))
}

function randomString(random: Random): string {
  const parts = Array.from({ length: random(12) }, () =>
    random(6) === 0 ? pick(random, rareParts) : pick(random, stringParts),
  )
  return `"${parts.join('')}"`
}

function timestamp(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${2020 + random(20)}-${two(1 + random(12))}-${two(1 + random(28))}`
  const time = `${two(random(24))}:${two(random(60))}:${two(random(60))}`
  const milliseconds = random(3) === 0 ? `.${String(random(1000)).padStart(3, '0')}` : ''
  return `${date}T${time}${milliseconds}${pick(random, ['+07:00', 'Z', '-03:30', '+08:00'])}`
}

function text(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[random(alphabet.length)]).join('')
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random(items.length)] as Item
}
