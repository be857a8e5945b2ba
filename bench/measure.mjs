import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/**
 * CPU microseconds of so many operations, over all threads of the process. Everyone clears his own garbage away:
 * else whoever comes next would pay for it.
 */
const spend = async (contender, count) => {
  const before = cpu()
  if (contender.isAsync) for (let done = 0; done < count; done += 1) await contender.run()
  else for (let done = 0; done < count; done += 1) contender.run()
  collectGarbage({ type: 'minor' })
  return cpu() - before
}

/** Long enough for the compiler to have done its work, also when the machine is busy. */
const warmUp = 600_000

/** So many operations that one turn takes about as long for everyone, once the code is warm. */
const calibrate = async (contender, turn) => {
  let count = 1
  for (let total = 0; ; ) {
    const spent = await spend(contender, count)
    total += spent
    if (total >= warmUp) return Math.max(1, Math.round((count * turn) / spent))
    if (spent < warmUp / 20) count *= 2
  }
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Operations a CPU second of each contender in each of `rounds` rounds. Contenders take turns of about 20 ms, and
 * another one begins each time, so that whatever else the machine does hits all of them alike.
 * @param {readonly { name: string, run: () => unknown, isAsync: boolean }[]} contenders
 */
export const measure = async (contenders, { rounds = 5, turns = 10, turn = 20_000 } = {}) => {
  const counts = []
  for (const contender of contenders) counts.push(await calibrate(contender, turn))
  const rates = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    const spent = contenders.map(() => 0)
    for (let index = 0; index < turns; index += 1)
      for (let place = 0; place < contenders.length; place += 1) {
        const who = (place + index + round) % contenders.length
        spent[who] += await spend(contenders[who], counts[who])
      }
    for (const [who, { name }] of contenders.entries())
      rates.get(name).push((counts[who] * turns * 1e6) / spent[who])
  }
  return rates
}
