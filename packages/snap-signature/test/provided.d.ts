import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    backend: 'node' | 'portable'
  }
}
