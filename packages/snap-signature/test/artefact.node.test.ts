import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { findProgram, php } from '../../../scripts/find-program.mjs'

const makeScript = fileURLToPath(new URL('../vectors/make.sh', import.meta.url))

// PHP and openssl make the artefact again from its literal inputs, to the last byte.
it.skipIf(!findProgram(php))('the vectors are what make.sh writes', () => {
  expect(() => execFileSync('bash', [makeScript, '--check'], { stdio: 'pipe' })).not.toThrow()
})
