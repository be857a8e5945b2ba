import type { Personality } from '../personality.js'
import { notFound, refuse, wrongMethod } from './answers.js'
import { askForToken } from './ask-for-token.js'
import { openBniSnapDesk } from './desk.js'

/** BNI SNAP, core: services signed with the API secret, under the API key. */
export const bniSnapPersonality: Personality = {
  id: 'bni-snap',
  name: 'BNI SNAP',
  basePath: '',
  token: {
    path: '/snap/v1/access-token/b2b',
    ask: askForToken,
    wrongMethod: () => refuse('73', wrongMethod()),
  },
  // It is the API key.
  secretHeaders: ['x-partner-id'],
  checkClient: ({ publicKey }) =>
    publicKey === undefined
      ? { field: 'publicKey', message: 'BNI SNAP verifies RSA signatures: give the "publicKey" as PEM' }
      : undefined,
  notFound,
  openDesk: openBniSnapDesk,
}
