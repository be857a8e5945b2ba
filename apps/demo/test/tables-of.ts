/** A table of a Markdown page: its cells as they are written, without the space around them. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    // A bar behind a backslash is text.
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

/** The tables of a Markdown text, code blocks left out. */
export const tablesOf = (markdown: string): readonly Table[] => {
  const tables: Table[] = []
  let lines: string[] = []
  const close = (): void => {
    const [head, rule, ...rows] = lines.map(cellsOf)
    if (head && rule?.every((cell) => /^:?-+:?$/.test(cell))) tables.push({ head, rows })
    lines = []
  }
  for (const line of markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').split('\n'))
    if (/^\s*\|/.test(line)) lines.push(line)
    else close()
  close()
  return tables
}
