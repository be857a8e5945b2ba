import { snapServices } from '@x/providers/codes'
import { allCodes, describeCode } from './describe-code.js'

/** What a search by words finds: codes with `xx` for the service, and services, the best first. */
export interface Found {
  readonly codes: readonly string[]
  readonly services: readonly string[]
}

/** Other words for what the packages' sentences say; each is searched for as well. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'tanda tangan': ['signature'],
  tandatangan: ['signature'],
  sign: ['signature'],
  whitelist: ['ip'],
  'allow-list': ['ip'],
  duplicate: ['already used', 'already paid'],
  duplikat: ['already used', 'already paid'],
  dobel: ['already used', 'already paid'],
  ganda: ['already used', 'already paid'],
  twice: ['already used', 'already paid'],
  waktu: ['clock', 'timeout'],
  timestamp: ['clock'],
  saldo: ['insufficient funds', 'balance'],
  balance: ['insufficient funds'],
  kadaluarsa: ['expired'],
  kadaluwarsa: ['expired'],
  norek: ['rekening'],
  'dana tidak cukup': ['insufficient funds'],
  'token nasabah': ['customer token'],
  header: ['mandatory field', 'field format'],
  'rate limit': ['too many'],
  throttle: ['too many'],
  refund: ['inconsistent'],
}

/** Looks words up in what the packages say of each code and service, in both languages. */
export const searchCodes = (text: string): Found => {
  const wanted = normalise(text)
  if (wanted === '') return { codes: [], services: [] }
  const terms = [wanted, ...(Object.hasOwn(alsoCalled, wanted) ? (alsoCalled[wanted] ?? []) : [])]
  return {
    codes: rank(codeTexts(), terms),
    services: rank(serviceTexts(), terms),
  }
}

/** Its texts, the weightiest first: what a code means counts more than what to do about it. */
interface Indexed {
  readonly key: string
  readonly texts: readonly string[]
}

let codes: readonly Indexed[] | undefined
const codeTexts = (): readonly Indexed[] => {
  codes ??= allCodes.map((key) => {
    const described = describeCode({ code: key })
    const said = [
      described?.meaning,
      ...(described?.own.map(({ meaning }) => meaning) ?? []),
      described?.next,
    ]
    return {
      key,
      texts: said.map((each) => normalise(`${each?.english ?? ''} ${each?.indonesian ?? ''}`)),
    }
  })
  return codes
}

const serviceTexts = (): readonly Indexed[] =>
  Object.entries(snapServices)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([key, { name, path }]) => ({
      key,
      texts: [normalise(name), normalise(path.replace(/[/-]/g, ' '))],
    }))

const rank = (entries: readonly Indexed[], terms: readonly string[]): readonly string[] =>
  entries
    .map(({ key, texts }) => ({ key, score: Math.max(...terms.map((term) => scoreOf(texts, term))) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.key.localeCompare(other.key))
    .map(({ key }) => key)

/** Every word must begin a word of the texts. */
const scoreOf = (texts: readonly string[], term: string): number => {
  const weigh = (part: string): number => {
    const at = texts.findIndex((text) => ` ${text}`.includes(` ${part}`))
    return at < 0 ? 0 : 1 / (1 + at)
  }
  const scores = term.split(' ').map(weigh)
  return scores.includes(0) ? 0 : scores.reduce((sum, each) => sum + each, 0) / scores.length
}

/** Words in lower case with single spaces, without marks. */
const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
