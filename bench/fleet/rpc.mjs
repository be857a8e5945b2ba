import { fork } from 'node:child_process'
import { join } from 'node:path'

/** Answers the calls of the process that has forked this one. */
export const serve = (handlers) => {
  process.on('message', async ({ id, name, argument }) => {
    try {
      process.send({ id, answer: await handlers[name](argument) })
    } catch (error) {
      process.send({ id, problem: `${name}: ${error?.stack ?? error}` })
    }
  })
  // Nobody is left to work for.
  process.on('disconnect', () => process.exit())
  process.send({ ready: true })
}

/** Tells the parent something that it has not asked for. */
export const tell = (news) => process.send({ news })

/**
 * Forks a file of this folder, and calls what it serves.
 * @param {{ onNews?: (news: any) => void, args?: readonly string[] }} [options]
 */
export const start = async (file, { onNews = () => {}, args = [] } = {}) => {
  const child = fork(join(import.meta.dirname, file), args, { serialization: 'advanced' })
  const waiting = new Map()
  let id = 0
  const ready = Promise.withResolvers?.() ?? defer()
  child.on('message', (message) => {
    if (message.ready) return ready.resolve()
    if ('news' in message) return onNews(message.news)
    const { resolve, reject } = waiting.get(message.id)
    waiting.delete(message.id)
    if ('problem' in message) reject(new Error(message.problem))
    else resolve(message.answer)
  })
  child.once('exit', (code, signal) => {
    const error = new Error(`${file} has ended: ${signal ?? code}`)
    ready.reject(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  await ready.promise
  const call = (name, argument) =>
    new Promise((resolve, reject) => {
      id += 1
      waiting.set(id, { resolve, reject })
      child.send({ id, name, argument })
    })
  const kill = () => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    return gone
  }
  return { call, kill }
}

/** `Promise.withResolvers` is newer than Node 20. */
const defer = () => {
  const deferred = {}
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }))
  return deferred
}
