import { misuse } from '../misuse.js'

/** Checks the ports before one is opened: a mistake here is the caller's, and no port's. */
export const checkPorts = (port: number, providerPort: number, providers: number): void => {
  requirePort('port', port)
  requirePort('providerPort', providerPort)
  if (providerPort === 0) return
  const last = providerPort + providers - 1
  if (last > highest)
    throw misuse(
      'providerPort',
      `at most ${highest - providers + 1} for ${providers} providers`,
      providerPort,
    )
  if (port !== 0 && port >= providerPort && port <= last)
    throw misuse('port', `another than the providers' ports, ${providerPort} to ${last}`, port)
}

const highest = 65_535

const requirePort = (field: string, port: unknown): void => {
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > highest)
    throw misuse(field, `a port from 0 to ${highest}`, port)
}
