import { build } from 'vitepress'
import { stage } from './stage.mjs'

await stage()
await build(import.meta.dirname)
