import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { RedisConnection } from '../src/redis/index.js'

type RedisOverHttp = (options: { url: string; token: string }) => RedisConnection

/** The recipe as it is printed, so that what is proven is what people copy. */
export async function redisOverHttp(): Promise<RedisOverHttp> {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/redis.md'), 'utf8')
  const [, source = ''] = /^```ts redis-http\.mjs\n(.*?)^```$/ms.exec(page) ?? []
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  const recipe = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`)
  return recipe.redisOverHttp
}
