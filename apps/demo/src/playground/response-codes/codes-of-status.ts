import { snapServices } from '@x/providers/codes'
import { allCodes } from './describe-code.js'

/**
 * The codes that three or five digits may be the beginning of: all cases of a status, with the service that follows it, or
 * the one case that follows it.
 */
export const codesOfStatus = ({
  status,
  rest,
}: {
  readonly status: string
  readonly rest: string | undefined
}): readonly string[] => {
  const all = allCodes.filter((code) => code.startsWith(status))
  if (rest === undefined) return all
  const isCase = all.filter((code) => code === `${status}xx${rest}`)
  const isService = Object.hasOwn(snapServices, rest)
  return [...(isService ? all.map((code) => code.replace('xx', rest)) : []), ...isCase]
}
