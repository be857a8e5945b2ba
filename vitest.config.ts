import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { chromium, chromiumArguments, findProgram } from './scripts/find-program.mjs'

/** Siblings and `#backend` are read from `src`: no build is needed before a test. */
const conditions = ['@x/source', 'module', 'node', 'development|production']
const signer = 'packages/snap-signature'

const onNode = (
  folder: string,
  name = folder,
  exclude: readonly string[] = [],
): TestProjectConfiguration => ({
  root: folder,
  ssr: { resolve: { conditions } },
  test: {
    name: name.replace('packages/', ''),
    provide: { backend: 'node' },
    exclude: [...exclude, ...configDefaults.exclude],
  },
})

/** The built site, as a person with a browser meets it. */
const site: TestProjectConfiguration = {
  root: 'apps/demo',
  test: {
    name: 'site (chromium)',
    include: ['test/site/**/*.site.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

const portable: TestProjectConfiguration = {
  root: signer,
  // Vitest keeps the `node` condition on Node whatever `conditions` says: only an alias selects the other file.
  resolve: { alias: { '#backend': `${import.meta.dirname}/${signer}/src/backend/portable.ts` } },
  ssr: { resolve: { conditions } },
  test: { name: 'snap-signature (portable)', provide: { backend: 'portable' } },
}

const browser = (executablePath: string, root: string): TestProjectConfiguration => ({
  root,
  resolve: { conditions: ['@x/source', 'module', 'browser', 'development|production'] },
  // Found late, it would reload the page in the middle of a run.
  optimizeDeps: { include: root === signer ? ['@noble/hashes/sha2.js'] : [] },
  test: {
    name: `${root.replace('packages/', '')} (chromium)`,
    provide: { backend: 'portable' },
    exclude: ['**/*.node.test.ts', '**/node_modules/**'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' }],
      provider: playwright({
        launchOptions: {
          executablePath,
          args: [...chromiumArguments],
        },
      }),
    },
  },
})

const chromiumPath = findProgram(chromium)

export default defineConfig({
  test: {
    reporters: ['default', './vitest.reporter.ts'],
    // As many as there are processors: the tests of the network and of other programs mostly wait.
    maxWorkers: '100%',
    projects: [
      onNode(signer, 'snap-signature (node)'),
      portable,
      ...(chromiumPath ? [browser(chromiumPath, signer), browser(chromiumPath, 'packages/oauth-basic')] : []),
      onNode('packages/oauth-basic'),
      onNode('packages/token-cache'),
      onNode('packages/providers'),
      onNode('packages/sandbox'),
      onNode('apps/demo', 'demo', ['test/site/**']),
      ...(chromiumPath ? [site] : []),
    ],
  },
})
