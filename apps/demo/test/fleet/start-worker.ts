import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Command, Done, Message, WorkerPlan } from './worker-protocol.js'

export interface Worker {
  /** The types of what its cache has told, in order. */
  readonly events: readonly string[]
  readonly call: (calls: { readonly times: number; readonly atOnce: number }) => Promise<Done>
  readonly age: (ms: number) => Promise<unknown>
  readonly hurry: () => Promise<unknown>
  /** Closes its cache and its connections; resolves with its exit code when it has ended by itself. */
  readonly stop: () => Promise<number | null>
}

/** Forks one process of the fleet; it is connected when this resolves. */
export const startWorker = async (file: string, plan: WorkerPlan): Promise<Worker> => {
  const child = fork(file, [], {
    env: { ...process.env, FLEET_WORKER: JSON.stringify(plan) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  const ended = once(child, 'close')
  const died = ended.then(([code]) => {
    throw new Error(`a worker has ended with ${code} before it answered`)
  })
  died.catch(() => {})
  const events: string[] = []
  let take: (message: Message) => void = () => {}
  child.on('message', (message: Message) => {
    if (message.type === 'event') events.push(message.event)
    else take(message)
  })
  const answer = (): Promise<Message> =>
    Promise.race([
      died,
      new Promise<Message>((resolve) => {
        take = resolve
      }),
    ])
  const ask = async (command: Command): Promise<Done> => {
    const answered = answer()
    child.send(command)
    const message = await answered
    if (message.type !== 'done')
      throw new Error(`a worker was asked to ${command.do} and says ${message.type}`)
    return message.done
  }
  await answer()
  return {
    events,
    call: (calls) => ask({ do: 'call', ...calls }),
    age: (ms) => ask({ do: 'age', ms }),
    hurry: () => ask({ do: 'hurry' }),
    stop: async () => {
      if (child.exitCode === null && child.connected) child.send({ do: 'close' } satisfies Command)
      const [code] = await ended
      return code
    },
  }
}
