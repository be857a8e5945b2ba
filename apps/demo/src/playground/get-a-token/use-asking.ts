import { computed, type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue'
import { demoPrivateKey, otherPrivateKey } from '../parts/demo-keys.js'
import { pageSandbox } from '../parts/page-sandbox.js'
import { type Asked, ask } from './ask.js'
import { checkValues, type InputProblem, problemOfError } from './check-values.js'
import type { Door, DoorId, Turn, TurnId, Values } from './door.js'
import { doors } from './doors.js'
import { samplesWith } from './samples.js'

/** One asking, with what it was asked with: the choices may have moved on since. */
export interface Shown {
  readonly door: Door
  readonly turn: Turn
  readonly asked: Asked
  /** Of the fields then: what of them is somebody's own secret is hidden by these, and not by what has been typed since. */
  readonly values: Values
}

export interface Asking {
  readonly doors: readonly Door[]
  readonly doorId: Ref<DoorId>
  readonly turnId: Ref<TurnId>
  readonly door: Readonly<Ref<Door>>
  readonly values: ShallowRef<Values>
  readonly samples: Values
  readonly problems: ShallowRef<readonly InputProblem[]>
  /** Undefined while a field is wrong. */
  readonly shown: ShallowRef<Shown | undefined>
  /** It went wrong, and no field says why. */
  readonly failed: Ref<boolean>
  readonly again: () => void
  readonly startOver: () => void
}

/** Asks anew whenever a choice or a field changes; the last asking wins. */
export const useAsking = (): Asking => {
  const { providers } = pageSandbox()
  const played = doors.filter(({ id }) => providers.some((provider) => provider.id === id))
  const [first] = played
  if (first === undefined) throw new Error('The sandbox plays none of these providers')
  const samples = samplesWith(demoPrivateKey)
  const doorId = ref<DoorId>(first.id)
  const turnId = ref<TurnId>('none')
  const values = shallowRef<Values>(samples)
  const problems = shallowRef<readonly InputProblem[]>([])
  const shown = shallowRef<Shown>()
  const failed = ref(false)
  const door = computed(() => played.find(({ id }) => id === doorId.value) ?? first)
  let latest = 0

  const run = async (): Promise<void> => {
    latest += 1
    const number = latest
    const at = door.value
    const [straight] = at.turns
    const turn = at.turns.find(({ id }) => id === turnId.value) ?? straight
    if (turn === undefined) return
    const given = values.value
    failed.value = false
    problems.value = checkValues(at, given)
    if (problems.value.length > 0) {
      shown.value = undefined
      return
    }
    try {
      const asked = await ask({
        door: at,
        turn,
        values: given,
        otherKey: otherPrivateKey,
        // A new one each time: one that remembered every id on the way to this one would know too many clients.
        sandbox: pageSandbox(),
        now: Date.now,
      })
      if (number === latest) shown.value = { door: at, turn, asked, values: given }
    } catch (error) {
      if (number !== latest) return
      const problem = problemOfError(error, at)
      shown.value = undefined
      if (problem === undefined) failed.value = true
      else problems.value = [problem]
    }
  }

  // Each provider has its own wrong turns.
  watch(doorId, () => {
    turnId.value = 'none'
  })
  watch([doorId, turnId, values], run, { immediate: true })

  return {
    doors: played,
    doorId,
    turnId,
    door,
    values,
    samples,
    problems,
    shown,
    failed,
    again: () => void run(),
    startOver: () => {
      turnId.value = 'none'
      values.value = samples
    },
  }
}
