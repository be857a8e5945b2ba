import { demoPrivateKey } from '../parts/demo-keys.js'
import { sampleOf } from './samples.js'
import { shellWord } from './shell-word.js'
import type { SignInputs } from './sign-inputs.js'

/**
 * The lines of a shell that set what both programs read, with the DEMO values that everybody knows; undefined once a
 * reader has typed a secret or a token. It is written from the samples, never from the form.
 */
export const demoEnvironmentOf = (inputs: SignInputs): string | undefined => {
  const sample = sampleOf(inputs.kind, { timestamp: inputs.timestamp, privateKey: demoPrivateKey })
  if (inputs.kind !== 'symmetric')
    return inputs.privateKey === sample.privateKey ? keyFile(sample.privateKey) : undefined
  if (inputs.secret !== sample.secret || inputs.accessToken !== sample.accessToken) return undefined
  return [
    `export SNAP_CLIENT_SECRET=${shellWord(sample.secret)}`,
    `export SNAP_ACCESS_TOKEN=${shellWord(sample.accessToken)}`,
    '',
  ].join('\n')
}

const keyFile = (privateKey: string): string =>
  [
    `cat > demo-private.pem <<'PEM'`,
    privateKey.trimEnd(),
    'PEM',
    'export KEY_FILE=demo-private.pem',
    'export SNAP_PRIVATE_KEY="$(cat demo-private.pem)"',
    '',
  ].join('\n')
