import { type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue'
import { demoPrivateKey, demoPublicKey } from '../parts/demo-keys.js'
import { pageSandbox } from '../parts/page-sandbox.js'
import { openShop, type Shop } from './open-shop.js'
import type { ActionId, Cut, Step } from './step.js'

export interface ShopView {
  readonly cut: Ref<Cut>
  readonly steps: ShallowRef<readonly Step[]>
  readonly next: ShallowRef<readonly ActionId[]>
  readonly qrContent: ShallowRef<string | undefined>
  /** Which step is shown in detail. */
  readonly selected: Ref<number>
  readonly busy: Ref<boolean>
  /** A step could not be done: the QR lives for five minutes. */
  readonly isOver: Ref<boolean>
  readonly act: (action: ActionId) => Promise<void>
  /** What a careful program does, to the end. */
  readonly playThrough: () => Promise<void>
  readonly startOver: () => Promise<void>
}

/** A shop that begins anew, with its QR made, whenever another cut is chosen. */
export const useShop = (): ShopView => {
  const cut = ref<Cut>('never')
  const steps = shallowRef<readonly Step[]>([])
  const next = shallowRef<readonly ActionId[]>([])
  const qrContent = shallowRef<string>()
  const selected = ref(0)
  const busy = ref(false)
  const isOver = ref(false)
  let shop: Shop

  const show = (from: Shop): void => {
    // A shop that was left behind in the middle of a call has nothing to show any more.
    if (from !== shop) return
    steps.value = [...shop.steps()]
    next.value = shop.next()
    qrContent.value = shop.qrContent()
    selected.value = Math.max(0, steps.value.length - 1)
  }

  const act = async (action: ActionId): Promise<void> => {
    const current = shop
    busy.value = true
    try {
      await current.act(action)
    } catch {
      if (current === shop) isOver.value = true
    }
    if (current === shop) busy.value = false
    show(current)
  }

  const playThrough = async (): Promise<void> => {
    const current = shop
    for (;;) {
      const [action] = current.next()
      if (action === undefined || current !== shop || isOver.value) return
      await act(action)
    }
  }

  const startOver = async (): Promise<void> => {
    isOver.value = false
    shop = openShop({
      sandbox: pageSandbox(),
      privateKey: demoPrivateKey,
      publicKey: demoPublicKey,
      cut: cut.value,
      now: Date.now,
    })
    await act('make')
  }

  watch(cut, startOver, { immediate: true })

  return { cut, steps, next, qrContent, selected, busy, isOver, act, playThrough, startOver }
}
