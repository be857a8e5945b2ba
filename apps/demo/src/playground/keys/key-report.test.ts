import { expect, it } from 'vitest'
import { keyReport } from './key-report.js'
import { readKeyText } from './read-key-text.js'
import { samplePassphrase, samples } from './samples.js'

it('tells of every sample, and holds no eight characters in a row of what was pasted', async () => {
  for (const [name, text] of Object.entries(samples))
    for (const passphrase of ['', samplePassphrase]) {
      const report = keyReport(await readKeyText(text, passphrase))
      expect(report, name).toMatch(/^key: /)
      const material = text.replace(/-----[A-Z ]+-----/g, '')
      for (let at = 0; at + 8 <= material.length; at += 1)
        expect(report.includes(material.slice(at, at + 8)), name).toBe(false)
      expect(report).not.toContain(samplePassphrase)
    }
})
