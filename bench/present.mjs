import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draw } from './draw.mjs'
import { writeFigures } from './figures.mjs'

const folder = join(import.meta.dirname, 'results')

/** Draws and writes again what stands in `results`, and measures nothing: `node bench/present.mjs`. */
export const present = () => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const { node, rows } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const drawn = draw({ node, rows: rows.filter(({ contenders }) => contenders) })
    writeFileSync(join(folder, name.replace(/json$/, 'svg')), drawn)
  }
  writeFigures()
}

if (process.argv[1] === import.meta.filename) present()
