import { createSandbox, type Sandbox } from '@x/sandbox'
import { demoClient, demoPublicKey } from './demo-keys.js'

/** The providers' servers inside this page, with the DEMO client let in everywhere. Nothing leaves the page. */
export const pageSandbox = (): Sandbox => {
  const sandbox = createSandbox()
  for (const provider of sandbox.providers)
    provider.registerClient({ ...demoClient, publicKey: demoPublicKey })
  return sandbox
}
