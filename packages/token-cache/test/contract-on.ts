import { setTimeout as wait } from 'node:timers/promises'
import type { TokenStore } from '../src/index.js'
import { type StoreContractCase, storeContract } from '../src/testing/index.js'

let cases = 0

/**
 * The contract on one real store, all cases at once: each sees keys of its own, by what it adds to their end, so that keys
 * keep their beginnings, which is where a hash tag is read.
 */
export function contractOn(open: () => TokenStore): readonly StoreContractCase[] {
  const create = () => {
    const store = withSuffix(open(), `#${cases++}`)
    return { store, advance: (ms: number) => wait(ms) }
  }
  return storeContract({ create, coordinates: true })
}

function withSuffix(store: TokenStore, suffix: string): TokenStore {
  const on = <T extends { readonly key: string }>(request: T): T => ({
    ...request,
    key: request.key + suffix,
  })
  const { coordinate } = store
  const watch = coordinate?.watch?.bind(coordinate)
  return {
    codec: store.codec,
    get: (key) => store.get(key + suffix),
    set: (entry) => store.set(on(entry)),
    delete: (which) => store.delete(on(which)),
    coordinate: coordinate && {
      readOrLock: (request) => coordinate.readOrLock(on(request)),
      renew: (request) => coordinate.renew(on(request)),
      commit: (request) => coordinate.commit(on(request)),
      release: (lease) => coordinate.release(on(lease)),
      ...(watch && { watch: (request) => watch(on(request)) }),
    },
  }
}
