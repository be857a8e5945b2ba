import { basicClientProblem } from '../basic-client-problem.js'
import type { Personality } from '../personality.js'
import { notFound, postOnly } from './answers.js'
import { askForToken } from './ask-for-token.js'
import { openPermataDesk } from './desk.js'

const checkClient: Personality['checkClient'] = (client) => {
  for (const field of ['apiKey', 'staticKey', 'organizationName'] as const)
    if (client[field] === undefined)
      return { field, message: `Permata knows its clients by "${field}" too: give it` }
  if (/[^\x20-\x7e]/.test(`${client.apiKey}${client.organizationName}`))
    return {
      field: 'organizationName',
      message: 'Headers carry "apiKey" and "organizationName": printable ASCII',
    }
  return basicClientProblem(client)
}

/** Permata's classic API: the signed OAuth door as the bank's page shows it, and services. */
export const permataPersonality: Personality = {
  id: 'permata',
  name: 'Permata',
  basePath: '',
  token: { path: '/apiservice/oauth/token', ask: askForToken, wrongMethod: postOnly },
  checkClient,
  notFound,
  openDesk: openPermataDesk,
}
