/** What `npm start` can be told by its environment. */
export interface Settings {
  /** Of the control API. */
  readonly port: number
  /** Of the first provider; the others follow. */
  readonly providerPort: number
  /** Of the control API; undefined for a random one. */
  readonly controlToken: string | undefined
}

/** @throws TypeError that names the variable */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => ({
  port: readPort(environment, 'PORT', 8787),
  providerPort: readPort(environment, 'SANDBOX_PORT_BASE', 8701),
  controlToken: environment['SANDBOX_TOKEN'] || undefined,
})

const readPort = (
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
): number => {
  const text = environment[name]
  if (text === undefined || text === '') return otherwise
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_500)) throw new TypeError(`${name} must be a port from 0 to 65500 (0 takes a free one)`)
  return port
}
