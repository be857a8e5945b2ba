const filler = new Uint8Array(16_384).fill(0x20)

/** White space before a JSON value, for as long as the other side reads. */
export const endless = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ pull: (controller) => controller.enqueue(filler.slice()) })

/** Some bytes, then a cut connection. */
export const broken = (): ReadableStream<Uint8Array> => {
  let started = false
  return new ReadableStream({
    pull: (controller) => {
      if (started) controller.error(new Error('cut by the sandbox'))
      else controller.enqueue(new TextEncoder().encode('{"accessToken":'))
      started = true
    },
  })
}
