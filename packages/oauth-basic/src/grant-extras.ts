import { frozenRequest, type Grant, type Texts, type TokenRequest } from './grant.js'
import { isText, PLAIN_TEXT, PRINTABLE } from './text.js'

/** What a provider wants in its token request beside the grant. */
export interface GrantExtras {
  /** Words of printable ASCII with one space between (RFC 6749 Appendix A.4). */
  readonly scope?: string | undefined
  /** Further parameters, with names that the flow does not use. */
  readonly parameters?: Texts | undefined
  /** Further headers, with names that the flow does not use and values in printable ASCII. */
  readonly headers?: Texts | undefined
  /** Gives headers computed from the finished request, such as its signature; for `clientCredentialsGrant` only. */
  readonly sign?: ((request: TokenRequest) => Texts | Promise<Texts>) | undefined
}

const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/

// What the flow may set, whether it does or not.
const OUR_HEADERS = ['authorization', 'content-type', 'accept', 'content-length', 'host']
// What frames the message or speaks to the next hop, and the name that an object cannot carry safely.
const HTTP_HEADERS =
  /^(transfer-encoding|content-encoding|connection|expect|te|trailer|upgrade|keep-alive|proxy-.*|__proto__)$/
const OUR_PARAMETERS = ['grant_type', 'granttype', 'client_id', 'client_secret', 'scope']

const check = ({
  option,
  extra,
  taken,
  pattern,
}: {
  option: keyof GrantExtras
  extra: Texts
  taken: readonly string[]
  pattern: RegExp
}): void => {
  // Nothing can be read from a Headers or a Map, and nobody would notice.
  if (Object.prototype.toString.call(extra) !== '[object Object]')
    throw new TypeError(`"${option}" must be a plain object of texts, got something else`)
  const names = new Set(taken.map((name) => name.toLowerCase()))
  for (const [name, value] of Object.entries(extra)) {
    if (!/^[\w.-]+$/.test(name) || !isText(value, pattern))
      throw new TypeError(
        `"${option}" must be printable texts named with letters, digits and -._, got something else`,
      )
    const lower = name.toLowerCase()
    if (names.has(lower) || (option !== 'parameters' && HTTP_HEADERS.test(lower)))
      throw new TypeError(`"${option}" must be free of names in use, got ${lower}`)
    names.add(lower)
  }
}

const checkedHeaders = (option: 'headers' | 'sign', extra: Texts, set: Texts): Texts => {
  check({ option, extra, taken: [...OUR_HEADERS, ...Object.keys(set)], pattern: PRINTABLE })
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [name.toLowerCase(), value]))
}

/** The grant with extras, none of which can replace what the flow sets. */
export const withExtras =
  (grant: Grant, { scope, parameters = {}, headers = {}, sign }: GrantExtras): Grant =>
  (input) => {
    if (scope !== undefined && !isText(scope, SCOPE))
      throw new TypeError(
        '"scope" must be words of printable ASCII with one space between, got something else',
      )
    if (sign !== undefined && typeof sign !== 'function')
      throw new TypeError(`"sign" must be a function, got ${typeof sign}`)
    const replaced = Object.keys(input.parameters).find((name) => /^grant_?type$/i.test(name))
    if (replaced !== undefined)
      throw new TypeError(`"authentication" must be without grant_type, got ${replaced}`)
    const taken = [...OUR_PARAMETERS, ...Object.keys(input.parameters)]
    check({ option: 'parameters', extra: parameters, taken, pattern: PLAIN_TEXT })
    const added = checkedHeaders('headers', headers, input.headers)
    const written = grant({
      url: input.url,
      headers: { ...input.headers, ...added },
      parameters: { ...(scope !== undefined && { scope }), ...input.parameters, ...parameters },
    })
    return {
      ...written,
      // A short one, such as a language, is no secret, and would hide the words that say what is wrong.
      secrets: [...Object.values(parameters), ...Object.values(added)].filter((text) => text.length > 7),
      sign:
        sign &&
        (async (request) => checkedHeaders('sign', await sign(frozenRequest(request)), request.headers)),
    }
  }
