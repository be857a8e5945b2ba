import { expect, it } from 'vitest'
import { wordsOf } from './words-of.js'

it.each([
  ['{"responseCode":"4017300","responseMessage":"Unauthorized. [Signature]"}', 'Unauthorized. [Signature]'],
  ['{"error":"invalid_client","error_description":"No such client"}', 'No such client'],
  ['{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}', 'Invalid Signature'],
  ['{"error":"invalid_client"}', undefined],
  ['{"responseMessage":["a list"]}', undefined],
  ['<!doctype html>', undefined],
  ['null', undefined],
  [undefined, undefined],
])('of %s: %s', (body, words) => {
  expect(wordsOf({ body })).toBe(words)
})
