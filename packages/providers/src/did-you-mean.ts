/** The known name that a mistyped one is nearest to; undefined where none is near. */
export const didYouMean = (given: string, known: readonly string[]): string | undefined => {
  const typed = given.slice(0, 40).toLowerCase()
  // A shorter word is a word of its own before it is another one mistyped.
  const limit = typed.length < 6 ? 0 : 2
  return known.find((name) => distance(typed, name.toLowerCase()) <= limit)
}

/** Ends a sentence about a name that is none: what was meant, or else what there is. */
export const hint = (given: string, known: readonly string[]): string => {
  const meant = didYouMean(given, known)
  return meant === undefined ? `; known are ${known.join(', ')}` : `: did you mean "${meant}"?`
}

/** How many letters must be put in, taken out or replaced. */
const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [above, letter] of [...left].entries()) {
    const next = [above + 1]
    for (const [index, other] of [...right].entries())
      next.push(
        Math.min(
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
          (row[index] ?? 0) + (letter === other ? 0 : 1),
        ),
      )
    row = next
  }
  return row[right.length] ?? 0
}
