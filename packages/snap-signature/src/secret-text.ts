import { type SecretProblem, SnapSignatureError } from './errors.js'
import { isWellFormed } from './is-well-formed.js'

const because: Readonly<Record<SecretProblem, string>> = {
  empty: 'is empty. Is its variable or file set?',
  'private-key': 'is a PEM key, which belongs to importPrivateKey. Pass the text that was handed out.',
  'surrounding-space': 'begins or ends with a space or a line break. Remove it.',
  quoted: 'stands in quotation marks. Remove them.',
  'control-character': 'holds an invisible character, such as a line break. Copy it again.',
  'lone-surrogate': 'holds half of a surrogate pair. Copy it again.',
  'not-utf-8': 'is not UTF-8. Pass the text that was handed out.',
}

/** Throws `ERR_SNAP_SECRET` for what was damaged on its way, or is something else. */
export function requireSecretText(text: string): void {
  const problem = problemIn(text)
  if (problem) throw secretRefused(problem)
}

export function secretRefused(problem: SecretProblem): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_SECRET',
    message: `The client secret ${because[problem]}`,
    detail: { problem },
  })
}

function problemIn(text: string): SecretProblem | undefined {
  if (text === '') return 'empty'
  if (text.includes('-----BEGIN ')) return 'private-key'
  if (text.trim() !== text) return 'surrounding-space'
  if (/^(["'`]).*\1$/s.test(text)) return 'quoted'
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)) return 'control-character'
  if (!isWellFormed(text)) return 'lone-surrogate'
  return undefined
}
