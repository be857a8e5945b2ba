export type Target = (input: Uint8Array) => void

export declare const createTargets: (
  snap: typeof import('@x/snap-signature'),
) => Record<'minify' | 'timestamp' | 'key', Target>
