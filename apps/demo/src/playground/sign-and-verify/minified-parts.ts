/** A piece of a body: what is hashed, or white space that the minified form is without. */
export interface BodyPart {
  readonly kept: boolean
  readonly text: string
}

/** A body in pieces, in order; those that are kept, joined, are the minified form. */
export const minifiedParts = (body: string): readonly BodyPart[] => {
  const parts: BodyPart[] = []
  // A string with its quotes; a run of white space; a run of anything else.
  for (const [text] of body.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[ \t\n\r]+|[^" \t\n\r]+/g)) {
    const kept = !/^[ \t\n\r]/.test(text)
    const last = parts.at(-1)
    if (last?.kept === kept) parts[parts.length - 1] = { kept, text: last.text + text }
    else parts.push({ kept, text })
  }
  return parts
}

/** How much white space goes, and how much stays because it stands inside a string. */
export const countSpace = (parts: readonly BodyPart[]): { readonly gone: number; readonly kept: number } => {
  const count = (kept: boolean) =>
    parts.reduce(
      (sum, part) => (part.kept === kept ? sum + (part.text.match(/[ \t\n\r]/g)?.length ?? 0) : sum),
      0,
    )
  return { gone: count(false), kept: count(true) }
}

/** White space as visible signs: a middle dot, an arrow for a tab, and signs for line breaks, which still break. */
export const visibleSpace = (text: string): string =>
  text.replace(/ /g, '·').replace(/\t/g, '→').replace(/\r/g, '␍').replace(/\n/g, '⏎\n')
