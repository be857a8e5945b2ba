/** @throws TypeError for a header that `fetch` would refuse in the midst of sending, where nobody could say what went out */
export const checkSendable = (headers: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new TypeError('A header that the scheme writes must have a header name')
    if (typeof value !== 'string' || !/^[\x20-\x7e]*$/.test(value))
      throw new TypeError(`The header ${name} must be printable ASCII, without a line end`)
  }
}
