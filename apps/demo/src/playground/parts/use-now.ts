import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** The time of this device in epoch milliseconds, read anew each second while its component is shown. */
export const useNow = (): Ref<number> => {
  const now = ref(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    timer = setInterval(() => {
      now.value = Date.now()
    }, 1_000)
  })
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
