import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'

export interface BuiltWorker {
  readonly file: string
  readonly remove: () => Promise<void>
}

/** Makes one file of the worker, the sources of this package and the clients: Node 20 runs no TypeScript. */
export async function buildWorker(): Promise<BuiltWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'))
  await build({
    config: false,
    silent: true,
    dts: false,
    entry: { worker: join(import.meta.dirname, 'worker.ts') },
    outDir: folder,
    format: ['cjs'],
    target: 'node20',
    noExternal: [/.*/],
    removeNodeProtocol: false,
  })
  return { file: join(folder, 'worker.cjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}
