import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'
import { listFiles } from './list-files.mjs'
import { showPath } from './show-path.mjs'

/** @typedef {import('../workspace.mjs').Workspace} Workspace */

const isNamedReexport = (statement) =>
  ts.isExportDeclaration(statement) &&
  statement.moduleSpecifier !== undefined &&
  statement.exportClause !== undefined &&
  ts.isNamedExports(statement.exportClause)

const checkFile = (root, file) => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const shown = showPath(root, file)
  return source.statements
    .filter((statement) => !isNamedReexport(statement))
    .map((statement) => {
      const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1
      return `${shown}:${line}: an index holds nothing but export { names } from './file.js'`
    })
}

/**
 * What an index exports can be read off as a list of names: the public surface changes only on purpose.
 * A backend's index is no public surface.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkIndexes = ({ root, packages }) =>
  packages
    .filter(({ isApp }) => !isApp)
    .flatMap(({ path }) => listFiles(join(path, 'src')))
    .filter((file) => file.endsWith(`${sep}index.ts`) && !file.includes(`${sep}backend${sep}`))
    .flatMap((file) => checkFile(root, file))
