// needs Node's types: Request, Response
import { createSandbox, type Sandbox, SandboxError } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'

const sandbox: Sandbox = createSandbox({ providers: ['bni'], now: () => 0, seed: 1 })

export const servers: Promise<ListeningSandbox> = listen(sandbox, { port: 0, providerPort: 0 })

export const answer: Promise<Response> = sandbox.provider('bni').fetch(new Request('http://127.0.0.1/'))

export const code = (error: unknown): string | undefined =>
  error instanceof SandboxError ? error.code : undefined
