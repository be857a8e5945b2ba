import { createControl, type Sandbox } from '@x/sandbox'
import { createConsole, type SandboxConsole } from './create-console.js'

/** The console of a sandbox in this page: the very control API that a server has, without the server. */
export const openPageConsole = (sandbox: Sandbox): SandboxConsole => {
  const token = crypto.randomUUID()
  // A name that no network resolves: nothing is sent.
  const origin = 'https://sandbox.invalid'
  const send = createControl(sandbox, { token, baseUrl: (id) => sandbox.provider(id).basePath || '/' })
  return createConsole({ send, origin, token })
}
