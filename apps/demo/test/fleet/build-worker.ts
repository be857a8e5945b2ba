import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

// A folder of this app: from there the packages are found by their published names, as they are built.
const folder = fileURLToPath(new URL('../../temp/fleet', import.meta.url))

/** Makes JavaScript of the worker, since Node 20 runs no TypeScript. */
export const buildWorker = (): { readonly file: string; readonly remove: () => void } => {
  const source = fileURLToPath(new URL('./worker.ts', import.meta.url))
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions })
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/worker.mjs`
  writeFileSync(file, outputText)
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
