import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { listFiles } from './list-files.mjs'
import { listProfiles } from './list-profiles.mjs'

/** @typedef {import('../workspace.mjs').Workspace} Workspace */

const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

const walk = (node, visit) => {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** The fields of `interface Profile`, or of a `type Profile = { … }`. */
const fieldsOfProfile = (file) => {
  const fields = []
  walk(parse(file), (node) => {
    const isProfile =
      (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === 'Profile'
    if (!isProfile) return
    const members = ts.isInterfaceDeclaration(node) ? node.members : node.type.members
    for (const member of members ?? []) if (member.name) fields.push(member.name.getText())
  })
  return fields
}

const namesUsedIn = (file) => {
  const names = new Set()
  walk(parse(file), (node) => {
    if (
      ts.isPropertyAssignment(node) ||
      ts.isShorthandPropertyAssignment(node) ||
      ts.isMethodDeclaration(node)
    )
      names.add(node.name.getText())
  })
  return names
}

/**
 * A field of a profile has at least two users, else it is a quirk of one provider in disguise.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkProfiles = ({ root }) => {
  const folder = join(root, 'packages/providers')
  const type = join(folder, 'src/profile.ts')
  if (!existsSync(type)) return []
  const forTests = listFiles(join(folder, 'test/profiles')).filter((file) => file.endsWith('.ts'))
  const users = [...listProfiles(join(folder, 'src')).map(({ file }) => file), ...forTests].map(namesUsedIn)
  return fieldsOfProfile(type)
    .map((field) => ({ field, count: users.filter((names) => names.has(field)).length }))
    .filter(({ count }) => count < 2)
    .map(
      ({ field, count }) =>
        `packages/providers/src/profile.ts: field "${field}" has ${count} user${count === 1 ? '' : 's'}; with fewer than two it is a quirk, not a field`,
    )
}
