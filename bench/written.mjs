/** What is counted has no decimals. */
const counted = ['bytes', 'calls', 'tokens', 'commands']

const numberOf = (value, unit) => {
  const decimals = counted.includes(unit) || Math.abs(value) >= 100 ? 0 : 2
  const [whole, fraction] = value.toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return fraction ? `${grouped}.${fraction}` : grouped
}

/**
 * A measured value as people read it; two of them if there are two. `isOver` says that it was given up at this value.
 * @param {{ value: number | readonly number[], unit: string, isOver?: boolean }} measured
 */
export const written = ({ value, unit, isOver = false }) => {
  const numbers = [value].flat().map((each) => numberOf(each, unit))
  const text = numbers.join(' / ') + (unit === 'x' ? 'x' : ` ${unit}`)
  return isOver ? `over ${text}` : text
}
