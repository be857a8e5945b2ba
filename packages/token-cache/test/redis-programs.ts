import { findProgram, redis, valkey } from '../../../scripts/find-program.mjs'

/** What the tests run on: Redis, or whatever stands in its place, and Valkey if it is there beside it. */
export const redisPrograms: readonly { readonly name: string; readonly program: string | undefined }[] = [
  { name: 'Redis', program: findProgram(redis) },
  ...[findProgram(valkey)]
    .filter((program) => program !== undefined && program !== findProgram(redis))
    .map((program) => ({ name: 'Valkey', program })),
]
