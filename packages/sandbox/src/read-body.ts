/** The body as text, or undefined as soon as it is longer than the limit. */
export const readBody = async (request: Request, limitBytes: number): Promise<string | undefined> => {
  if (Number(request.headers.get('content-length')) > limitBytes) return undefined
  if (request.body === null) return ''
  const reader = request.body.getReader()
  // A byte order mark is a part of what was signed.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.byteLength
    if (length > limitBytes) return undefined
    text += decoder.decode(value, { stream: true })
  }
}
