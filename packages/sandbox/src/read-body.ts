/** The body as text, or undefined as soon as it is longer than the limit. */
export const readBody = async (request: Request, limitBytes: number): Promise<string | undefined> => {
  if (Number(request.headers.get('content-length')) > limitBytes) return undefined
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const decoder = new TextDecoder()
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
