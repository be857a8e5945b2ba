/** A module of Node's own, where there is one: no import, so that browsers and bundlers find nothing to resolve. */
export function nodeBuiltin(name: string): object | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => object | undefined } }
  return process?.getBuiltinModule?.(name)
}
