import { isDeepStrictEqual } from 'node:util'
import { measure, median } from './measure.mjs'

const asText = (answer) => (answer instanceof Uint8Array ? Buffer.from(answer).toString() : answer)
const answerOf = async ({ run, read = asText }) => read(await run())

/** A contender that answers something else is not faster but wrong. */
const checkAnswers = async (contenders) => {
  const [first, ...others] = contenders
  const expected = await answerOf(first)
  for (const other of others)
    if (!isDeepStrictEqual(await answerOf(other), expected))
      throw new Error(`${other.name} does not answer what ${first.name} answers`)
}

/** The median of the ratios of each round, in which both ran side by side. */
const ratio = (rates, who, over) => median(rates.get(who).map((rate, round) => rate / rates.get(over)[round]))

const judge = (target, rates, contenders) => {
  if (target.atMostMicroseconds !== undefined) {
    const microseconds = 1e6 / median(rates.get(target.who))
    return {
      name: target.who,
      value: microseconds,
      unit: 'µs',
      target: `at most ${target.atMostMicroseconds} µs`,
      ok: microseconds <= target.atMostMicroseconds,
    }
  }
  if (target.atMostNanoseconds !== undefined) {
    const nanoseconds = 1e9 / median(rates.get(target.who))
    return {
      name: target.who,
      value: nanoseconds,
      unit: 'ns',
      target: `at most ${target.atMostNanoseconds} ns`,
      ok: nanoseconds <= target.atMostNanoseconds,
    }
  }
  if (target.atLeastMillions !== undefined) {
    const millions = median(rates.get(target.who)) / 1e6
    return {
      name: target.who,
      value: millions,
      unit: 'million a CPU second',
      target: `at least ${target.atLeastMillions} million`,
      ok: millions >= target.atLeastMillions,
    }
  }
  if (target.atMostMicrosecondsMore !== undefined) {
    const { who, over, atMostMicrosecondsMore } = target
    const value = median(rates.get(who).map((rate, round) => 1e6 / rate - 1e6 / rates.get(over)[round]))
    return {
      name: who,
      value,
      unit: 'µs',
      target: `at most ${atMostMicrosecondsMore} µs more CPU than ${over}`,
      ok: value <= atMostMicrosecondsMore,
    }
  }
  const rivals =
    typeof target.over === 'string' ? [target.over] : contenders.filter(target.over).map(({ name }) => name)
  const ratios = rivals.map((over) => ({ over, value: ratio(rates, target.who, over) }))
  const worst = ratios.reduce((least, each) => (each.value < least.value ? each : least))
  const named = target.named ? `${target.named} (${worst.over} is nearest)` : worst.over
  return {
    name: target.who,
    value: worst.value,
    unit: 'x',
    target: `at least ${Number(target.atLeast.toFixed(2))}x ${named}`,
    ok: worst.value >= target.atLeast,
  }
}

/**
 * Times the contenders of a row side by side.
 * @param {import('./rows.mjs').Row} row
 */
export const compare = async ({ load, reference, targets, pace }) => {
  const contenders = await load()
  await checkAnswers(contenders)
  const rates = await measure(contenders, pace)
  return {
    reference,
    contenders: contenders.map(({ name }) => ({
      name,
      opsPerCpuSecond: median(rates.get(name)),
      ratio: ratio(rates, name, reference),
    })),
    targets: targets.map((target) => ({
      ...judge(target, rates, contenders),
      ...(target.isKnown && { isKnown: true }),
    })),
  }
}
