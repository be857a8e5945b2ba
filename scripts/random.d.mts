export type Random = (below: number) => number

export declare const createRandom: (seed: number) => Random
