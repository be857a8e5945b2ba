import { commitRules } from './commit-rules.js'
import { type ContractRule, must, type StoreContractCase, type StoreUnderTest } from './contract-case.js'
import { leaseRules } from './lease-rules.js'
import { storeRules } from './store-rules.js'

/** What {@link storeContract} needs to know. */
export interface StoreContractOptions {
  /** Makes an empty store; called once for each case. */
  readonly create: () => StoreUnderTest | Promise<StoreUnderTest>
  /** Whether the store has `coordinate`: its cases are added. Default false. */
  readonly coordinates?: boolean | undefined
}

/**
 * Lists what a `TokenStore` must do, as cases for any test runner.
 *
 * @throws TypeError if `create` is not a function.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@x/token-cache'
 * import { storeContract } from '@x/token-cache/testing'
 *
 * const create = () => {
 *   let clock = 0
 *   const advance = (ms: number) => {
 *     clock += ms
 *   }
 *   return { store: memoryStore({ now: () => clock, monotonic: () => clock }), advance }
 * }
 * // In a test file: for (const { name, run } of storeContract({ create })) it(name, run)
 * for (const { name, run } of storeContract({ create })) {
 *   await run()
 *   console.log(name)
 * }
 * ```
 */
export function storeContract({
  create,
  coordinates = false,
}: StoreContractOptions): readonly StoreContractCase[] {
  if (typeof create !== 'function') throw new TypeError(`"create" must be a function, got ${typeof create}`)
  const rules = coordinates ? [...storeRules, ...leaseRules, ...commitRules] : storeRules
  return [capability(coordinates), ...rules].map(({ name, check }) => ({
    name,
    async run() {
      const subject = await create()
      try {
        await check(subject)
      } finally {
        await subject.close?.()
      }
    },
  }))
}

/** A capability that appears or gets lost unnoticed would be used, or missed, unproven. */
function capability(coordinates: boolean): ContractRule {
  return {
    name: coordinates ? 'coordinates a fleet' : 'does not claim to coordinate a fleet',
    async check({ store: { coordinate } }) {
      const has = coordinate !== undefined
      must(
        has === coordinates,
        has ? 'has coordinate: say coordinates: true to prove it' : 'has no coordinate',
      )
    },
  }
}
