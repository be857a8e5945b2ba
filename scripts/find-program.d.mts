export interface Program {
  readonly name: string
  readonly variable: string
  readonly package: string
  readonly candidates: readonly string[]
}

export declare const chromium: Program
export declare const chromiumArguments: readonly string[]
export declare const redis: Program
export declare const valkey: Program
export declare const php: Program
export declare const findProgram: (program: Program) => string | undefined
