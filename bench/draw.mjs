const escapeXml = (text) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character])

const style = `
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 13px }
  .dim { fill: #57606a }
  .bar { fill: #8c959f }
  .ours { fill: #0969da }
  .line { stroke: #24292f; stroke-dasharray: 2 3; opacity: .5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .dim { fill: #9198a1 }
    .bar { fill: #656c76 }
    .ours { fill: #4493f8 }
    .line { stroke: #e6edf3 }
  }
`

const left = 220
const width = 760
const room = width - left - 150
const step = 20

const shorten = (rate) =>
  rate >= 1e6
    ? `${(rate / 1e6).toFixed(1)} M`
    : rate >= 1000
      ? `${(rate / 1000).toFixed(1)} k`
      : rate.toFixed(0)

const drawRow = ({ title, contenders, reference }, top) => {
  const sorted = [...contenders].sort((a, b) => b.ratio - a.ratio)
  const scale = room / sorted[0].ratio
  const bars = sorted.map(({ name, ratio, opsPerCpuSecond }, index) => {
    const y = top + 30 + index * step
    const length = Math.max(1, ratio * scale)
    const kind = name.startsWith('ours') ? 'ours' : 'bar'
    return `  <text x="${left - 8}" y="${y + 11}" text-anchor="end">${escapeXml(name)}</text>
  <rect class="${kind}" x="${left}" y="${y}" width="${length.toFixed(1)}" height="14" rx="2"/>
  <text class="dim" x="${(left + length + 6).toFixed(1)}" y="${y + 11}">${ratio.toFixed(ratio < 0.1 ? 3 : 2)}x  ${shorten(opsPerCpuSecond)}/s</text>`
  })
  const height = 30 + sorted.length * step
  const line = left + scale
  const text = `  <text class="title" x="8" y="${top + 16}">${escapeXml(title)}</text>
  <line class="line" x1="${line.toFixed(1)}" x2="${line.toFixed(1)}" y1="${top + 26}" y2="${top + height - 2}"/>
${bars.join('\n')}`
  return { text, height: height + 22, reference }
}

/**
 * One picture of all rows that compare contenders. The dashed line is each row's reference.
 * It follows the reader's light or dark setting.
 */
export const draw = ({ node, rows }) => {
  let top = 34
  const parts = []
  for (const row of rows) {
    const { text, height } = drawRow(row, top)
    parts.push(text)
    top += height
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-label="Operations per CPU second, Node ${node}">
  <style>${style}  </style>
  <text class="dim" x="8" y="18">Node ${node}. Operations a CPU second and their ratio to the dashed reference; longer is faster.</text>
${parts.join('\n')}
</svg>
`
}
