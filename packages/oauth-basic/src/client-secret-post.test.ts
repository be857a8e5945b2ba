import { describe, expect, it } from 'vitest'
import { clientSecretPost } from './client-secret-post.js'

describe('clientSecretPost', () => {
  it('gives the parameters of RFC 6749 section 2.3.1, and no header', () => {
    expect(clientSecretPost()({ clientId: 's6BhdRkqt3', clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw' })).toEqual({
      parameters: { client_id: 's6BhdRkqt3', client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw' },
    })
  })

  it.each(['', 'CANARY\n', 'CANARY\ud800', undefined])(
    'refuses the secret %j, without repeating it',
    (bad) => {
      // @ts-expect-error as from an environment variable that is not set
      expect(() => clientSecretPost()({ clientId: 'a', clientSecret: bad })).toThrow(
        /^"clientSecret" must be (?!.*CANARY)/,
      )
    },
  )
})
