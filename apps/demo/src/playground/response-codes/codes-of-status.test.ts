import { expect, it } from 'vitest'
import { codesOfStatus } from './codes-of-status.js'

it('reads five digits as a status and a service, or a status and a case, or both', () => {
  expect(codesOfStatus({ status: '401', rest: '73' })).toEqual([
    '4017300',
    '4017301',
    '4017302',
    '4017303',
    '4017304',
  ])
  expect(codesOfStatus({ status: '409', rest: '00' })).toEqual(['409xx00'])
  expect(codesOfStatus({ status: '409', rest: '01' })).toEqual(['4090100', '4090101', '409xx01'])
  expect(codesOfStatus({ status: '409', rest: undefined })).toEqual(['409xx00', '409xx01'])
  expect(codesOfStatus({ status: '418', rest: '73' })).toEqual([])
  expect(codesOfStatus({ status: '409', rest: 'XX' })).toEqual([])
})
