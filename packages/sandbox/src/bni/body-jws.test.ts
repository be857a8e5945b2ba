import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readJson } from '../read-json.js'
import { bodyJwsProblem } from './body-jws.js'

const secret = 'rahasia-contoh'
// Made for this project (application name `Contoh App`); the third part is also what
// `openssl dgst -sha256 -hmac rahasia-contoh -binary | openssl base64` says of the first two.
const body = '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"1234567890"}'
const vector = [
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  'eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImFjY291bnRObyI6IjEyMzQ1Njc4OTAifQ',
  'apnRWJMT-Mo88G8ttb2fld4MHJ7zuCCj7jZydgc0_Jg',
].join('.')

const check = async (text: string, signature: string): Promise<string | undefined> => {
  const read = readJson(`${text.slice(0, -1)},"signature":${JSON.stringify(signature)}}`)
  if (read === undefined) throw new Error('not readable')
  return bodyJwsProblem({ body: read, secret })
}

/** By node:crypto, not by the package under test. */
const jws = (payload: string, header = '{"alg":"HS256","typ":"JWT"}'): string => {
  const signed = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

describe('the JWS over a body', () => {
  it('verifies the vector', async () => {
    expect(await check(body, vector)).toBeUndefined()
  })

  it('refuses the vector with any one bit changed, in each of its characters', async () => {
    for (let index = 0; index < vector.length; index++)
      for (const bit of [1, 2, 4, 8, 16, 32, 64]) {
        const changed = String.fromCharCode(vector.charCodeAt(index) ^ bit)
        expect(await check(body, vector.slice(0, index) + changed + vector.slice(index + 1))).toEqual(
          expect.any(String),
        )
      }
  })

  it('refuses another spelling of the same bytes: the last character has two bits to spare', async () => {
    for (const last of ['h', 'i', 'j']) {
      const other = vector.slice(0, -1) + last
      expect(Buffer.from(other.slice(-43), 'base64url')).toEqual(Buffer.from(vector.slice(-43), 'base64url'))
      expect(await check(body, other)).toEqual(expect.any(String))
    }
  })

  it('refuses the vector with another secret or body', async () => {
    expect(await check(body.replace('1234567890', '1234567891'), vector)).toBe(
      'What signature signs is not the body without signature',
    )
    const read = readJson(`${body.slice(0, -1)},"signature":"${vector}"}`)
    expect(read && (await bodyJwsProblem({ body: read, secret: 'rahasia-contog' }))).toBe(
      'signature does not verify with the registered apiSecret',
    )
  })

  it.each([
    ['another order of the members', '{"b":"2","a":"1"}', '{"a":"1","b":"2"}'],
    ['white space and escapes', '{ "a" : "\\u002f\\/" }', '{"a":"//"}'],
    ['an object in it', '{"a":{"y":[1,true,null],"x":"é"}}', '{"a":{"x":"é","y":[1,true,null]}}'],
  ])('takes %s', async (_, sent, signed) => {
    expect(await check(sent, jws(signed))).toBeUndefined()
  })

  it.each([
    ['text for a number', '{"a":"1"}', '{"a":1}'],
    ['the 17th digit of a number', '{"a":12345678901234567891}', '{"a":12345678901234567892}'],
    ['another order in a list', '{"a":[1,2]}', '{"a":[2,1]}'],
    ['one member less', '{"a":"1","b":"2"}', '{"a":"1"}'],
    ['one member more', '{"a":"1"}', '{"a":"1","b":"2"}'],
    ['a member of another name', '{"a":"1"}', '{"__proto__":"1"}'],
    ['a signature in what is signed', '{"a":"1"}', '{"a":"1","signature":"x"}'],
    ['a list', '{"a":"1"}', '["a"]'],
    ['a member twice in what is signed', '{"a":"1"}', '{"a":"2","a":"1"}'],
  ])('refuses %s', async (_, sent, signed) => {
    expect(await check(sent, jws(signed))).toEqual(expect.any(String))
  })

  it.each([
    ['{"typ":"JWT","alg":"HS256"}', true],
    ['{"alg":"HS256"}', true],
    ['{"alg":"none","typ":"JWT"}', false],
    ['{"alg":"HS512","typ":"JWT"}', false],
    ['{"alg":"HS256","typ":"JWT","crit":["exp"]}', false],
    ['{"alg":"HS256","alg":"HS256"}', false],
    ['"HS256"', false],
  ])('the header %s: %s', async (header, taken) => {
    expect((await check(body, jws(body, header))) === undefined).toBe(taken)
  })

  it('refuses bytes that are no UTF-8', async () => {
    const payload = Buffer.from('{"a":"\xff"}', 'latin1').toString('base64url')
    const signed = `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${payload}`
    const mac = createHmac('sha256', secret).update(signed).digest('base64url')
    expect(await check('{"a":"\ufffd"}', `${signed}.${mac}`)).toEqual(expect.any(String))
  })
})
