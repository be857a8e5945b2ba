/** Something about a text that many programs stumble over, and that loses nothing. */
export type Repair =
  | 'quotes'
  | 'escaped-twice'
  | 'escaped'
  | 'one-line'
  | 'indented'
  | 'carriage-returns'
  | 'bare-base64'
  | 'base64-of-pem'
  | 'text-around'
  | 'json-web-key'
  | 'pkcs1'
  | 'wrong-label'
  | 'encrypted'

const begin = /-----BEGIN ([A-Z0-9 ]+)-----/

/** What of a text had to be read past: for a key that was read, so that nothing here decides what it is. */
export const repairsOf = (text: string, privatePem?: string): readonly Repair[] => {
  const trimmed = text.trim()
  const repairs: Repair[] = []
  if (/^\\*["'`]/.test(trimmed)) repairs.push('quotes')
  if (trimmed.replace(/^["'`]/, '').startsWith('{')) return [...repairs, 'json-web-key']
  if (!begin.test(trimmed)) return [...repairs, ofBase64(trimmed)]
  if (/\\\\+[rn]/.test(trimmed)) repairs.push('escaped-twice')
  else if (/\\[rn]/.test(trimmed)) repairs.push('escaped')
  else if (!trimmed.includes('\n')) repairs.push('one-line')
  if (/\n[ \t]+\S/.test(trimmed)) repairs.push('indented')
  if (trimmed.includes('\r\n')) repairs.push('carriage-returns')
  if (/^[^"'`\s-]/.test(trimmed)) repairs.push('text-around')
  return [...repairs, ...ofLabel(trimmed, privatePem)]
}

const ofBase64 = (text: string): Repair => {
  // The first characters are enough to see a PEM inside.
  const start = text.replace(/[^A-Za-z0-9+/]/g, '').slice(0, 16)
  return start.startsWith('LS0tLS1CRUdJTi') ? 'base64-of-pem' : 'bare-base64'
}

const ofLabel = (text: string, privatePem: string | undefined): readonly Repair[] => {
  const label = begin.exec(text)?.[1]
  if (label === 'RSA PRIVATE KEY') return /Proc-Type:/.test(text) ? ['encrypted'] : ['pkcs1']
  if (label === 'ENCRYPTED PRIVATE KEY') return ['encrypted']
  if (privatePem === undefined) return []
  // The bytes under the label, against those that belong there.
  const base64 = (pem: string): string =>
    (pem.split(begin).at(-1) ?? '').replace(/\\+[rn]/g, '').replace(/-----END[\s\S]*|[^A-Za-z0-9+/]/g, '')
  return label !== 'PRIVATE KEY' || base64(text) !== base64(privatePem) ? ['wrong-label'] : []
}
