/** @throws TypeError that names the option, never its value. */
export const requireText = (name: string, value: unknown): string => requireTextOf(`"${name}"`, value)

/** What goes out in a header: anything else would fail in the midst of sending. @throws as `requireText` */
export const requireHeaderText = (name: string, value: unknown): string =>
  requireHeaderTextOf(`"${name}"`, value)

/** @throws TypeError that begins with `what`, which says where the value came from */
export const requireTextOf = (what: string, value: unknown): string => {
  if (typeof value !== 'string' || value === '')
    throw new TypeError(
      `${what} must be a non-empty string, got ${value === '' ? 'an empty string' : value === null ? 'null' : typeof value}`,
    )
  return value
}

/** @throws as `requireTextOf` */
export const requireHeaderTextOf = (what: string, value: unknown): string => {
  const text = requireTextOf(what, value)
  // A space at an end is lost on the way, and what was signed is then not what arrives.
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text))
    throw new TypeError(
      `${what} must be printable ASCII without a space or line end around it: it goes out in a header`,
    )
  return text
}
