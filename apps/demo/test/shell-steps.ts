import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A `sh` block of a page, and the `txt` block after it, which says what it prints. */
export interface ShellStep {
  readonly line: number
  readonly commands: string
  readonly expected: string
}

/** Reads a page of the repository. @throws Error for a `sh` block that no `txt` block follows */
export const shellStepsOf = (page: string): readonly ShellStep[] => {
  const text = readFileSync(join(import.meta.dirname, '../../..', page), 'utf8')
  return [...text.matchAll(/^```sh\n(.*?)^```$(?:\s*^```txt\n(.*?)^```$)?/gms)].map(
    ({ index, 1: commands = '', 2: expected }) => {
      const line = text.slice(0, index).split('\n').length
      if (expected === undefined) throw new Error(`${page}:${line}: nothing says what this prints`)
      return { line, commands, expected }
    },
  )
}

const border = '\u001e'

/** What each step prints, run one after the other in the one shell that a reader has open. */
export const runInOneShell = (
  steps: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const script = steps.join(`\nprintf '\\036'\n`)
    const shell = spawn('sh', ['-eu', '-c', script], {
      cwd: options.cwd,
      env: { PATH: process.env['PATH'], NO_PROXY: '*', ...options.env },
    })
    let output = ''
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    shell.on('error', reject)
    shell.on('close', () => resolve(output.split(border)))
  })

/** The whole of what is printed: each piece of an expectation between two `…`, in order; blank lines count for nothing. */
export const patternOf = (expected: string): RegExp => {
  const pieces = expected.trim().split('…')
  const patterns = pieces.map((piece) =>
    piece
      .split('\n')
      .map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
  )
  return new RegExp(`^\\s*${patterns.join('[^]*?')}\\s*$`)
}
