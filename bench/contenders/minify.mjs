import { minifyJson } from '../../packages/snap-signature/dist/node.js'
import { sync } from './contender.mjs'

/** @param {string} text */
export const minify = (text) => {
  const bytes = Buffer.from(text)
  const compact = JSON.stringify(JSON.parse(text))
  if (text === compact && minifyJson(bytes) !== bytes) throw new Error('compact bytes were copied')
  return [
    sync('JSON round trip', () => JSON.stringify(JSON.parse(text))),
    sync('ours', () => minifyJson(text)),
    sync('ours, bytes', () => minifyJson(bytes)),
  ]
}
