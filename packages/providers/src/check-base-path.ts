import type { Service } from './service.js'

/** @throws TypeError where the address already has the prefix that every service's path begins with */
export const checkBasePath = (
  baseUrl: string,
  services: Readonly<Record<string, Service>> | undefined,
): void => {
  const prefix = new URL(baseUrl).pathname
  const paths = Object.values(services ?? {}).map(({ path }) => path)
  if (prefix === '/' || paths.length === 0 || !paths.every((path) => path.startsWith(`${prefix}/`))) return
  throw new TypeError(
    `"baseUrl" must not end in ${prefix.slice(0, 60)}: every service's path begins with it, and it would stand twice in every address`,
  )
}
