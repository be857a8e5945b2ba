import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How our users' compilers look for types; `node10` reads neither `exports` nor conditions. */
const resolutions = [
  { name: 'node16', file: 'use.mts', options: { module: 'Node16', moduleResolution: 'Node16' } },
  { name: 'node16, CommonJS', file: 'use.cts', options: { module: 'Node16', moduleResolution: 'Node16' } },
  { name: 'nodenext', file: 'use.mts', options: { module: 'NodeNext', moduleResolution: 'NodeNext' } },
  { name: 'bundler', file: 'use.ts', options: { module: 'ESNext', moduleResolution: 'Bundler' } },
  { name: 'node10', file: 'use.ts', options: { module: 'CommonJS', moduleResolution: 'Node10' } },
]

/**
 * Without this line there is neither DOM nor Node, so that a public type that needs either does not compile.
 * With it there are Node's types, as on every server; still no DOM.
 */
const needsNode = (source) => /^\/\/ needs Node's types: /m.test(source)

/**
 * Compiles one TypeScript use of a package under every module resolution, and throws on the first that complains.
 * @param {{ folder: string, source: string, ts: typeof import('typescript'), typeRoots: readonly string[] }} input
 */
export const checkTypes = ({ folder, source, ts, typeRoots }) => {
  const parsed = new Map()
  for (const { name, file, options } of resolutions) {
    const path = join(folder, file)
    writeFileSync(path, source)
    const json = {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      lib: ['ES2022'],
      types: needsNode(source) ? ['node'] : [],
      typeRoots,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      ...options,
    }
    const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(json, folder)
    const host = ts.createCompilerHost(compilerOptions)
    const { getSourceFile } = host
    // The standard library is most of the work and is the same each time.
    host.getSourceFile = (fileName, ...rest) => {
      if (!/[\\/]lib\.[\w.]+\.d\.ts$/.test(fileName)) return getSourceFile(fileName, ...rest)
      if (!parsed.has(fileName)) parsed.set(fileName, getSourceFile(fileName, ...rest))
      return parsed.get(fileName)
    }
    const program = ts.createProgram({ rootNames: [path], options: compilerOptions, host })
    const problems = ts.getPreEmitDiagnostics(program)
    if (problems.length > 0)
      throw new Error(
        `TypeScript ${ts.version}, ${name}\n${ts.formatDiagnostics(problems, { ...host, getCurrentDirectory: () => folder })}`,
      )
  }
}
