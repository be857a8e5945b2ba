const escapeXml = (text) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character])

/** Its own ground: a page may be dark where the reader's system is light. */
const style = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 }
  .dim { font-size: 12px; fill: #57606a }
  .ground { fill: #ffffff }
  .bar { fill: #8c959f }
  .ours { fill: #0969da }
  .reference { stroke: #24292f; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .dim { fill: #9198a1 }
    .ground { fill: #161b22 }
    .bar { fill: #656c76 }
    .ours { fill: #4493f8 }
    .reference { stroke: #e6edf3 }
  }
`

/** Narrow, so that a telephone can show it without making the letters small. */
const width = 400
const margin = 10
const room = width - 2 * margin
const lineHeight = 17
const step = 31

const shorten = (rate) =>
  rate >= 1e6
    ? `${(rate / 1e6).toFixed(1)} M`
    : rate >= 1000
      ? `${(rate / 1000).toFixed(1)} k`
      : rate.toFixed(0)

/** A number stays with its unit. */
const wrap = (text, most = 46) => {
  const lines = ['']
  for (const word of text.replace(/(\d) (?=KB)/g, '$1\u00a0').split(' ')) {
    const line = lines.at(-1)
    if (`${line} ${word}`.length > most) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

const writeLines = (lines, top, kind) =>
  lines
    .map(
      (line, index) =>
        `  <text class="${kind}" x="${margin}" y="${top + 13 + index * lineHeight}">${escapeXml(line)}</text>`,
    )
    .join('\n')

const drawRow = ({ title, contenders }, top) => {
  const lines = wrap(title)
  const sorted = [...contenders].sort((a, b) => b.ratio - a.ratio)
  const scale = room / Math.max(1, sorted[0].ratio)
  const first = top + lines.length * lineHeight + 6
  const reference = (margin + scale).toFixed(1)
  const bars = sorted.map(({ name, ratio, opsPerCpuSecond }, index) => {
    const y = first + index * step
    const length = Math.max(1, ratio * scale)
    const kind = name.startsWith('ours') ? 'ours' : 'bar'
    return `  <text x="${margin}" y="${y + 12}">${escapeXml(name)}</text>
  <text class="dim" x="${width - margin}" y="${y + 12}" text-anchor="end">${ratio.toFixed(ratio < 0.1 ? 3 : 2)}x · ${shorten(opsPerCpuSecond)}/s</text>
  <rect class="${kind}" x="${margin}" y="${y + 17}" width="${length.toFixed(1)}" height="7" rx="2"/>
  <line class="reference" x1="${reference}" x2="${reference}" y1="${y + 16.5}" y2="${y + 25}"/>`
  })
  const text = `${writeLines(lines, top, 'title')}\n${bars.join('\n')}`
  return { text, bottom: first + sorted.length * step }
}

/**
 * One picture of all rows that compare contenders. The upright stroke is each row's reference.
 * It follows the reader's light or dark setting.
 */
export const draw = ({ node, rows }) => {
  const note = wrap(
    `Node ${node}. Operations a CPU second, and their ratio to the reference, which the upright stroke marks. Longer is faster.`,
    60,
  )
  let top = margin
  const parts = [writeLines(note, top, 'dim')]
  top += note.length * lineHeight + 16
  for (const row of rows) {
    const { text, bottom } = drawRow(row, top)
    parts.push(text)
    top = bottom + 16
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-label="Operations per CPU second, Node ${node}">
  <style>${style}  </style>
  <rect class="ground" width="${width}" height="${top}" rx="8"/>
${parts.join('\n')}
</svg>
`
}
