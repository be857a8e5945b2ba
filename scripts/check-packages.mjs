import { root } from './pnpm.mjs'
import { checkArrows } from './rules/arrows.mjs'
import { checkEngine } from './rules/engine.mjs'
import { checkIndexes } from './rules/indexes.mjs'
import { checkManifests } from './rules/manifests.mjs'
import { checkProfiles } from './rules/profiles.mjs'
import { checkRepository } from './rules/repository.mjs'
import { readWorkspace } from './workspace.mjs'

const rules = [checkManifests, checkArrows, checkIndexes, checkEngine, checkProfiles, checkRepository]
const workspace = readWorkspace(root)
const failures = rules.flatMap((rule) => rule(workspace))

for (const failure of failures) console.error(failure)
if (failures.length > 0) process.exitCode = 1
else console.log(`${workspace.packages.length} packages keep ${rules.length} rules`)
