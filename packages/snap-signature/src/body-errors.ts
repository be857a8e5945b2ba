import { type BodyProblem, SnapSignatureError } from './errors.js'

const because: Readonly<Record<BodyProblem, string>> = {
  'unterminated-string': 'holds a string that does not end. Sign the whole body, as it is sent.',
  'lone-surrogate': 'holds half of a surrogate pair. A text was cut within a character.',
  'byte-order-mark': 'begins with a byte order mark. Remove it, and send the rest.',
  'not-utf-8': 'is not UTF-8. Encode it as UTF-8, and send that.',
  'too-long': 'is longer than 128 MiB.',
}

export function bodyRefused(problem: BodyProblem): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_BODY',
    message: `The body ${because[problem]}`,
    detail: { problem },
  })
}
