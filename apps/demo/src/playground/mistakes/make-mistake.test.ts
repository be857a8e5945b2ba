import { createVerify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoPrivateKey, demoPublicKey } from '../parts/demo-keys.js'
import { pageSandbox } from '../parts/page-sandbox.js'
import { firstDifference } from './first-difference.js'
import { makeMistake, pemOf, signByHand } from './make-mistake.js'
import { mistakeNames } from './mistake-names.js'
import { openShop } from './shop.js'

const shop = () => {
  let number = 1_000
  const newNumber = () => {
    number += 1
    return String(number)
  }
  return openShop({ sandbox: pageSandbox(), newNumber })
}

describe('makeMistake', () => {
  it.each(mistakeNames)('%s is refused, and the right way passes, by the same shop', async (name) => {
    const here = shop()
    const wrong = await makeMistake(name, 'wrong', here)
    expect(wrong.answer).toMatchObject({
      status: 401,
      code: name === 'escaped-newlines' ? '4017300' : '4012700',
      message: expect.stringMatching(/\[Signature\]/),
      reason: expect.stringMatching(/X-SIGNATURE does not verify/),
      accessToken: undefined,
    })
    expect(firstDifference(wrong.mine, wrong.theirs)).toBeDefined()

    const right = await makeMistake(name, 'right', here)
    expect(right.answer).toMatchObject({
      status: 200,
      code: name === 'escaped-newlines' ? '2007300' : '2002700',
      reason: undefined,
    })
    expect(right.mine).toBe(right.theirs)
  })

  it('marks what each mistake is about', async () => {
    const marks: Record<string, readonly [string | undefined, string | undefined]> = {}
    for (const name of mistakeNames) {
      const { mine, theirs } = await makeMistake(name, 'wrong', shop())
      const found = firstDifference(mine, theirs)
      marks[name] = [found?.one.mark, found?.other.mark]
    }
    expect(marks).toMatchObject({
      'body-re-serialised': ['\\', '/'],
      'whitespace-in-values': ['D', ' '],
      'escaped-newlines': ['\\', '\n'],
    })
  })

  it('reads the clock a second later', async () => {
    const { mine, theirs } = await makeMistake('clock-read-twice', 'wrong', shop())
    expect(Date.parse(theirs.slice(-25)) - Date.parse(mine.slice(-25))).toBe(1_000)
  })

  it('shows no more of a key than its label', async () => {
    const { mine, theirs } = await makeMistake('escaped-newlines', 'wrong', shop())
    for (const text of [mine, theirs]) expect(text.length).toBeLessThan(40)
  })
})

describe('signByHand', () => {
  it('signs with a key as it is, and not with its line breaks escaped', async () => {
    const pem = pemOf(demoPrivateKey)
    const signature = await signByHand(pem, 'text')
    expect(
      createVerify('sha256')
        .update('text')
        .verify(demoPublicKey, signature ?? '', 'base64'),
    ).toBe(true)
    expect(await signByHand(pem.replaceAll('\n', '\\n'), 'text')).toBeUndefined()
  })
})
