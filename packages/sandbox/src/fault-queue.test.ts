import { describe, expect, it } from 'vitest'
import { createFaultQueue } from './fault-queue.js'

describe('a fault for a path', () => {
  it('waits for its path, and those behind it do not wait', () => {
    const queue = createFaultQueue()
    queue.set([
      { kind: 'html', times: 1, path: '/refund' },
      { kind: 'reset', times: 1, after: true },
    ])
    expect(queue.next('/token')).toMatchObject({ kind: 'reset', after: true })
    expect(queue.next('/token')).toBeUndefined()
    expect(queue.next('/refund/more')).toBeUndefined()
    expect(queue.next('/api/refund')).toMatchObject({ kind: 'html', path: '/refund' })
    expect(queue.next('/api/refund')).toBeUndefined()
  })
})
