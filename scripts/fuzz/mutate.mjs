/** What a grammar is made of: random bytes alone seldom hit it. */
const words = {
  minify: [
    '"',
    '\\',
    '\\"',
    '\\\\',
    '\\u',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '1e3',
    '\u00e9',
    '\u{1f3e6}',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\0',
    '    ',
    '""',
    '":"',
  ],
  timestamp: [
    'T',
    'Z',
    ':',
    '-',
    '+',
    '.',
    '+07:00',
    '-00:00',
    '+14:00',
    '24',
    '60',
    '59',
    '29',
    '02',
    '0000',
    '9999',
    '.000',
    ' ',
    '\n',
    't',
    'AM',
    '\u0660',
  ],
  key: [
    '-----BEGIN ',
    '-----END ',
    '-----',
    'PRIVATE KEY',
    'PUBLIC KEY',
    'RSA ',
    'CERTIFICATE',
    'ENCRYPTED ',
    '\\n',
    '\\\\n',
    '\n',
    '\r\n',
    '"',
    "'",
    '=',
    '==',
    'Proc-Type: 4,ENCRYPTED',
    '{"kty":"RSA"}',
    '\x30\x82',
    '\x30\x80',
    '\x02\x01\x00',
    '\x02\x00',
    '\x05\x00',
    '\x04\x82',
    '\x03\x82',
    '\xa0\x03',
    '\x80',
    '\xff',
    '\ufeff',
  ],
}

const longest = 16_384

const cut = (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
const put = (bytes, at, piece) => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])

const operations = [
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    if (changed.length > 0) changed[random(changed.length)] ^= 1 << random(8)
    return changed
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    if (changed.length > 0) changed[random(changed.length)] = random(256)
    return changed
  },
  (bytes, random) => put(bytes, random(bytes.length + 1), Buffer.from([random(256)])),
  (bytes, random) => {
    const from = random(bytes.length + 1)
    return cut(bytes, from, from + 1 + random(16))
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => {
    const from = random(bytes.length + 1)
    return put(bytes, random(bytes.length + 1), bytes.subarray(from, from + random(64)))
  },
  (bytes, random, { word }) => put(bytes, random(bytes.length + 1), word()),
  (bytes, random, { word }) => {
    const piece = word()
    const at = random(bytes.length + 1)
    return put(cut(bytes, at, at + piece.length), at, piece)
  },
  (bytes, random, { other }) => {
    const second = other()
    return Buffer.concat([
      bytes.subarray(0, random(bytes.length + 1)),
      second.subarray(random(second.length + 1)),
    ])
  },
  (bytes, random, { word }) =>
    put(bytes, random(bytes.length + 1), Buffer.concat(Array(1 + random(200)).fill(word()))),
]

/**
 * Changes an input of the corpus a few times.
 * @param {keyof typeof words} target
 * @param {readonly Buffer[]} corpus
 * @param {(below: number) => number} random
 */
export const mutate = (target, corpus, random) => {
  const other = () => corpus[random(corpus.length)]
  const encoding = target === 'key' ? 'latin1' : 'utf8'
  const word = () =>
    Buffer.from(words[target][random(words[target].length)], random(8) === 0 ? 'utf8' : encoding)
  let bytes = other()
  for (let count = 1 + random(5); count > 0; count -= 1)
    bytes = operations[random(operations.length)](bytes, random, { word, other })
  return bytes.subarray(0, longest)
}
