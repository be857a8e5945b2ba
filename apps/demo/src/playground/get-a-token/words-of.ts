import type { GotResponse } from '../exchange/sent-request.js'

/** What a provider says in words: each kind has a member of its own for it. */
export const wordsOf = ({ body }: Pick<GotResponse, 'body'>): string | undefined => {
  const members = objectOf(body)
  return ['responseMessage', 'error_description', 'ErrorDescription']
    .map((name) => members[name])
    .find((value) => typeof value === 'string' && value !== '')
}

const objectOf = (text: string | undefined): Readonly<Record<string, string>> => {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
