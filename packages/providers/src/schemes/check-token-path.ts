import { checkPath } from '../check-path.js'

/** Appended to a host as it is: without its slash a path would name another host. @throws TypeError */
export const checkTokenPath = (path: unknown): `/${string}` => checkPath(path, 'https://bank.example')
