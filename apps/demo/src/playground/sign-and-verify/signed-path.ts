import { sortedQuery, withoutQuery } from '@x/snap-signature'
import type { PathForm } from './sign-inputs.js'

/** The path slot. @throws TypeError of `sortedQuery` */
export const signedPath = (path: string, form: PathForm): string => {
  if (form === 'without-query') return withoutQuery(path)
  return form === 'sorted-query' ? sortedQuery(path) : path
}

/** The path as the request carries it: a sorted query is sent sorted. @throws TypeError of `sortedQuery` */
export const sentPath = (path: string, form: PathForm): string =>
  form === 'sorted-query' ? sortedQuery(path) : path
