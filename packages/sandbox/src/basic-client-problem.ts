import type { ClientProblem, RegisteredClient } from './clients.js'

/** RFC 7617 section 2: the first colon divides, and neither part holds a control character. */
export const basicClientProblem = ({
  clientId,
  clientSecret,
}: RegisteredClient): ClientProblem | undefined => {
  if (/[:\p{Cc}]/u.test(clientId))
    return {
      field: 'clientId',
      message: 'HTTP Basic carries no "clientId" with a colon or a control character',
    }
  if (/\p{Cc}/u.test(clientSecret))
    return { field: 'clientSecret', message: 'HTTP Basic carries no "clientSecret" with a control character' }
  return undefined
}
