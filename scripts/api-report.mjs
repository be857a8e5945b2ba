import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { root } from './pnpm.mjs'
import { entriesOf, readWorkspace } from './workspace.mjs'

const isCheck = process.argv.includes('--check')

/** Our types must mean the same to a reader without Node types and without a page. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'WebWorker'],
  types: [],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  skipLibCheck: false,
}

const inReport = { logLevel: 'none', addToApiReportFile: true }
const silent = { logLevel: 'none' }

const configOf = ({ path }, name) =>
  ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(path, 'package.json'),
    configObject: {
      projectFolder: path,
      mainEntryPointFilePath: join(path, 'dist', `${name}.d.ts`),
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions, files: [`dist/${name}.d.ts`] } },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: join(path, 'api'),
        reportTempFolder: join(path, 'temp/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: { default: inReport, 'ae-missing-release-tag': silent },
        // Prose is judged by people and by running its examples.
        tsdocMessageReporting: { default: silent },
      },
    },
  })

const report = (pkg, name) => {
  const file = `${pkg.folder}/api/${name}.api.md`
  if (!existsSync(join(pkg.path, 'dist', `${name}.d.ts`)))
    return [`${pkg.folder}: dist/${name}.d.ts is missing; build first`]
  const isNew = !existsSync(join(root, file))
  if (isCheck && isNew) return [`${file} is missing: run the script "api" and commit it`]
  mkdirSync(join(pkg.path, 'api'), { recursive: true })
  const errors = []
  const result = Extractor.invoke(configOf(pkg, name), {
    localBuild: !isCheck,
    messageCallback: (message) => {
      if (message.logLevel === 'error')
        errors.push(`${pkg.folder}: ${message.formatMessageWithLocation(pkg.path)}`)
      message.handled = true
    },
  })
  if (isCheck && result.apiReportChanged)
    return [...errors, `${file} differs from the build: run the script "api", read the difference, commit it`]
  return errors
}

/** A report of an entry point that is gone says that it is still there. */
const strays = (pkg, names) => {
  const folder = join(pkg.path, 'api')
  const reports = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.api.md')) : []
  const gone = reports.filter((file) => !names.includes(file.slice(0, -'.api.md'.length)))
  if (isCheck)
    return gone.map((file) => `${pkg.folder}/api/${file} reports an entry point that no longer exists`)
  for (const file of gone) rmSync(join(folder, file))
  return []
}

for (const pkg of readWorkspace(root).packages.filter(({ isApp }) => !isApp)) {
  const names = entriesOf(pkg).map(({ name }) => name)
  const failures = [...names.flatMap((name) => report(pkg, name)), ...strays(pkg, names)]
  for (const failure of failures) console.error(failure)
  if (failures.length > 0) process.exitCode = 1
  else console.log(`${pkg.manifest.name}: ${names.join(', ')}`)
}
