import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'

export interface BuiltWorker {
  readonly file: string
  readonly remove: () => Promise<void>
}

/** Bundles the worker, the sources of this package and the clients: Node 20 runs no TypeScript. */
export async function buildWorker(): Promise<BuiltWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'))
  await build({
    config: false,
    silent: true,
    dts: false,
    entry: { worker: join(import.meta.dirname, 'worker.ts') },
    outDir: folder,
    // A worker loads the one client that it uses: half of what it takes to start.
    format: ['esm'],
    splitting: true,
    outExtension: () => ({ js: '.mjs' }),
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    target: 'node20',
    noExternal: [/.*/],
    removeNodeProtocol: false,
  })
  return { file: join(folder, 'worker.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}
