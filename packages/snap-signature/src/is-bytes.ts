/** Whether a value is a `Uint8Array` or a `Buffer`, of this realm or of another one such as a Jest sandbox. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
}
