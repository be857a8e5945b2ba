/** The five commonest mistakes, as the page on them names them. */
export const mistakeNames = [
  'body-re-serialised',
  'whitespace-in-values',
  'clock-read-twice',
  'hex-for-base64',
  'escaped-newlines',
] as const

export type MistakeName = (typeof mistakeNames)[number]
