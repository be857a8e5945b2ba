import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A provider is a folder with a `profile.ts`.
 * @param {string} src the `src` of the providers package
 * @returns {readonly { readonly id: string, readonly file: string }[]}
 */
export const listProfiles = (src) =>
  readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ id: entry.name, file: join(src, entry.name, 'profile.ts') }))
    .filter(({ file }) => existsSync(file))
