import { expect, it } from 'vitest'
import { misuse } from './misuse.js'

it.each([
  { value: -1, got: '-1' },
  { value: Number.NaN, got: 'NaN' },
  { value: null, got: 'null' },
  { value: undefined, got: 'undefined' },
  { value: 's3cret', got: 'string' },
  { value: {}, got: 'object' },
])('says what it got as $got', ({ value, got }) => {
  const error = misuse({ field: 'key', expected: 'an object', value })
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe(`"key" must be an object, got ${got}`)
})
