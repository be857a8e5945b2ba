import type { HttpRequest, Profile, TokenAnswer, TokenFlow } from '../../src/index.js'
import { changeText, type Flip, watch } from './flip.js'
import { edited } from './flip-sign.js'
import { withValue } from './paths.js'

type Prepare = (...given: readonly unknown[]) => TokenFlow

/** The prepared way to a token: its request, and how its answers are read. */
export const flipToken = (profile: Profile, headers: readonly string[]): readonly Flip[] => {
  if (profile.token === undefined) return []
  const prepare = profile.token.prepare as unknown as Prepare
  const wrap = (
    name: string,
    change: (flow: TokenFlow, note: ReturnType<typeof watch>['note']) => TokenFlow,
  ): Flip => {
    const { note, hasEffect } = watch()
    const changed: Prepare = (...given) => change(prepare(...given), note)
    return {
      name: `token: ${name}`,
      profile: withValue<Profile>(profile, ['token', 'prepare'], changed),
      hasEffect,
    }
  }
  const built = (name: string, edit: (request: HttpRequest) => HttpRequest): Flip =>
    wrap(name, (flow, note) => ({
      ...flow,
      buildRequest: async (epochMs) => {
        const request = await flow.buildRequest(epochMs)
        return note(request, edit(request))
      },
    }))
  const read = (name: string, edit: (answer: TokenAnswer) => TokenAnswer): Flip =>
    wrap(name, (flow, note) => ({
      ...flow,
      readResponse: (...response) => {
        const answer = flow.readResponse(...response)
        return note(answer, edit(answer))
      },
    }))
  return [
    wrap('a second later', (flow, note) => ({
      ...flow,
      buildRequest: async (epochMs) =>
        note(await flow.buildRequest(epochMs), await flow.buildRequest(epochMs + 1_000)),
    })),
    built('another method', (request) => ({ ...request, method: 'PUT' })),
    built('another address', (request) => ({ ...request, url: changeText(request.url) })),
    built('another body', (request) => ({ ...request, body: `${request.body} ` })),
    built('a header added', (request) => ({
      ...request,
      headers: { ...request.headers, 'x-one-more': 'yes' },
    })),
    ...headers.flatMap((header) => [
      built(`${header} changed`, (request) => ({
        ...request,
        headers: edited(request.headers, header, changeText),
      })),
      built(`${header} taken out`, (request) => ({
        ...request,
        headers: edited(request.headers, header, () => undefined),
      })),
    ]),
    read('another token', (answer) =>
      answer.kind === 'token' ? { ...answer, accessToken: `${answer.accessToken}x` } : answer,
    ),
    read('a second longer', (answer) =>
      answer.kind === 'token' && answer.expiresIn !== undefined
        ? { ...answer, expiresIn: answer.expiresIn + 1 }
        : answer,
    ),
    read('no lifetime', (answer) => (answer.kind === 'token' ? { ...answer, expiresIn: undefined } : answer)),
    read('a lifetime where there is none', (answer) =>
      answer.kind === 'token' && answer.expiresIn === undefined ? { ...answer, expiresIn: 12_345 } : answer,
    ),
    read('a token is a refusal', (answer) => (answer.kind === 'token' ? { kind: 'refused' } : answer)),
    read('a refusal is unreadable', (answer) =>
      answer.kind === 'refused' ? { kind: 'unreadable', reason: 'it is flipped' } : answer,
    ),
    read('unreadable is a refusal', (answer) =>
      answer.kind === 'unreadable' ? { kind: 'refused' } : answer,
    ),
  ]
}
