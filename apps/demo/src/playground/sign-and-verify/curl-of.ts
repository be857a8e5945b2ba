import { minifyJson } from '@x/snap-signature'
import { type CallText, hasBody, tokenBody, tokenPath, unsignedHeaders } from './call-text.js'
import { shellWord } from './shell-word.js'
import { sentPath, signedPath } from './signed-path.js'

const placeholders = {
  secret: `SNAP_CLIENT_SECRET="\${SNAP_CLIENT_SECRET:-your client secret}"`,
  token: `SNAP_ACCESS_TOKEN="\${SNAP_ACCESS_TOKEN:-your access token}"`,
  key: `KEY_FILE="\${KEY_FILE:-private.pem}"`,
}

/**
 * The same call by openssl and curl, ready to paste into bash; undefined for what a shell cannot hold.
 *
 * Secrets come from the environment or a file, never from the form.
 */
export const curlOf = ({ inputs, baseUrl }: CallText): string | undefined => {
  const { kind, body } = inputs
  // A shell's variables end at a NUL.
  if (kind !== 'token-request' && body.includes('\0')) return undefined
  const lines = kind === 'token-request' ? tokenRequest(inputs, baseUrl) : transaction(inputs, baseUrl)
  return [...lines, ''].join('\n')
}

const rsa = `openssl dgst -sha256 -sign "$KEY_FILE"`
const hmac = `openssl dgst -sha512 -hmac "$SNAP_CLIENT_SECRET" -binary`

const writer = { base64: 'openssl base64 -A', hex: `od -An -v -tx1 | tr -d ' \\n'` }

type Inputs = CallText['inputs']

const tokenRequest = ({ clientId, timestamp, encoding }: Inputs, baseUrl: string): readonly string[] => [
  placeholders.key,
  `CLIENT_ID=${shellWord(clientId)}`,
  timestampLine(timestamp),
  '',
  `SIGNATURE="$(printf '%s' "$CLIENT_ID|$TIMESTAMP" | ${rsa} | ${writer[encoding]})"`,
  '',
  `curl -sS -X POST ${shellWord(baseUrl + tokenPath)} \\`,
  `  -H 'Content-Type: application/json' \\`,
  `  -H "X-TIMESTAMP: $TIMESTAMP" -H "X-CLIENT-KEY: $CLIENT_ID" \\`,
  `  -H "X-SIGNATURE: $SIGNATURE" \\`,
  `  --data-raw ${shellWord(tokenBody)}`,
]

const transaction = (inputs: Inputs, baseUrl: string): readonly string[] => {
  const { kind, method, path, pathForm, body, encoding, timestamp } = inputs
  const symmetric = kind === 'symmetric'
  const sent = sentPath(path, pathForm)
  const signed = signedPath(path, pathForm)
  const minified = minifyJson(body)
  const slots = [
    'METHOD',
    signed === sent ? 'URL_PATH' : 'SIGNED_PATH',
    ...(symmetric ? ['SNAP_ACCESS_TOKEN'] : []),
    'BODY_HASH',
    'TIMESTAMP',
  ]
  return [
    ...(symmetric ? [placeholders.secret, placeholders.token] : [placeholders.key]),
    `METHOD=${shellWord(method)}`,
    `URL_PATH=${shellWord(sent)}`,
    ...(signed === sent ? [] : [`SIGNED_PATH=${shellWord(signed)}`]),
    `BODY=${shellWord(body)}`,
    ...(minified === body ? [] : [`MINIFIED=${shellWord(minified)}`]),
    timestampLine(timestamp),
    '',
    `BODY_HASH="$(printf '%s' "$${minified === body ? 'BODY' : 'MINIFIED'}" | openssl dgst -sha256 -r | cut -d' ' -f1)"`,
    `STRING_TO_SIGN="${slots.map((slot) => `\${${slot}}`).join(':')}"`,
    `SIGNATURE="$(printf '%s' "$STRING_TO_SIGN" | ${symmetric ? hmac : rsa} | ${writer[encoding]})"`,
    '',
    `curl -sS --globoff --path-as-is -X "$METHOD" ${shellWord(baseUrl)}"$URL_PATH" \\`,
    `  -H 'Content-Type: application/json' \\`,
    ...(symmetric ? [`  -H "Authorization: Bearer $SNAP_ACCESS_TOKEN" \\`] : []),
    `  -H "X-TIMESTAMP: $TIMESTAMP" \\`,
    `  -H "X-SIGNATURE: $SIGNATURE" \\`,
    `  ${unsignedHeaders.map(([name, value]) => `-H '${name}: ${value}'`).join(' ')}${hasBody(inputs) ? ' \\' : ''}`,
    ...(hasBody(inputs) ? [`  --data-raw "$BODY"`] : []),
  ]
}

// In earnest the clock is read once, here; Indonesia's zone is written so that no zone database is needed.
const timestampLine = (timestamp: string): string =>
  `TIMESTAMP=${shellWord(timestamp)} # in earnest: TIMESTAMP="$(TZ=WIB-7 date +%Y-%m-%dT%H:%M:%S)+07:00"`
