import { type CallText, hasBody, tokenBody, tokenPath, unsignedHeaders } from './call-text.js'
import { sentPath } from './signed-path.js'

/** A complete program with the packages: secrets come from the environment, never from the form. */
export const typescriptOf = ({ inputs, baseUrl, keyBits }: CallText): string => {
  const { kind, timestamp } = inputs
  const rsa = kind !== 'symmetric'
  const importer = rsa ? 'importPrivateKey' : 'importSecret'
  const signer = {
    symmetric: 'signSymmetric',
    asymmetric: 'signAsymmetric',
    'token-request': 'signTokenRequest',
  }[kind]
  const names = [importer, signer, ...(usesPathHelper(inputs) ? ['withoutQuery'] : [])]
  const smallKey = rsa && keyBits !== undefined && keyBits < 2048 ? ', { minimumBits: 1024 }' : ''
  const credential = rsa
    ? `const privateKey = importPrivateKey(process.env.SNAP_PRIVATE_KEY ?? ''${smallKey})`
    : `const secret = importSecret(process.env.SNAP_CLIENT_SECRET ?? '')`
  const head = [
    `import { ${names.sort().join(', ')} } from '@x/snap-signature'`,
    '',
    `${credential} // once, at start`,
  ]
  const time = `const timestamp = ${quote(timestamp)} // in earnest: formatTimestamp(Date.now())`
  const rest =
    kind === 'token-request'
      ? tokenRequest({ inputs, baseUrl }, time)
      : transaction({ inputs, baseUrl }, { time, signer })
  return [...head, ...rest, 'console.log(response.status, await response.text())', ''].join('\n')
}

const usesPathHelper = ({ kind, pathForm }: CallText['inputs']): boolean =>
  kind !== 'token-request' && pathForm === 'without-query'

const tokenRequest = ({ inputs, baseUrl }: CallText, time: string): readonly string[] => [
  `const clientId = ${quote(inputs.clientId)}`,
  time,
  '',
  `const response = await fetch(${quote(baseUrl + tokenPath)}, {`,
  `  method: 'POST',`,
  `  redirect: 'manual',`,
  '  headers: {',
  `    'Content-Type': 'application/json',`,
  `    'X-TIMESTAMP': timestamp,`,
  `    'X-CLIENT-KEY': clientId,`,
  `    'X-SIGNATURE': await signTokenRequest({ clientId, timestamp, privateKey${hexOption(inputs)} }),`,
  '  },',
  `  body: ${quote(tokenBody)},`,
  '})',
]

const transaction = (
  { inputs, baseUrl }: CallText,
  { time, signer }: { readonly time: string; readonly signer: string },
): readonly string[] => {
  const { kind, method, path, pathForm, body } = inputs
  const symmetric = kind === 'symmetric'
  const slots = [
    'method',
    pathForm === 'without-query' ? 'path: withoutQuery(path)' : 'path',
    ...(symmetric ? ['accessToken'] : []),
    'body',
    'timestamp',
    symmetric ? 'secret' : 'privateKey',
  ].join(', ')
  return [
    ...(symmetric ? [`const accessToken = process.env.SNAP_ACCESS_TOKEN ?? ''`] : []),
    '',
    `const method = ${quote(method)}`,
    `const path = ${quote(sentPath(path, pathForm))}`,
    `const body = ${quote(body)}`,
    time,
    `const signature = ${symmetric ? '' : 'await '}${signer}({ ${slots}${hexOption(inputs)} })`,
    '',
    `const response = await fetch(${quote(baseUrl)} + path, {`,
    '  method,',
    `  redirect: 'manual',`,
    '  headers: {',
    `    'Content-Type': 'application/json',`,
    ...(symmetric ? [`    Authorization: \`Bearer \${accessToken}\`,`] : []),
    `    'X-TIMESTAMP': timestamp,`,
    `    'X-SIGNATURE': signature,`,
    ...unsignedHeaders.map(([name, value]) => `    '${name}': '${value}',`),
    '  },',
    ...(hasBody(inputs) ? ['  body, // the very text that was signed'] : []),
    '})',
  ]
}

const hexOption = ({ encoding }: CallText['inputs']): string =>
  encoding === 'hex' ? `, encoding: 'hex'` : ''

/** A text as a literal in single quotes. */
const quote = (text: string): string => {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  // Line separators end a line of source in older engines.
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}
