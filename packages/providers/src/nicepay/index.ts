export { type NicepayCredentials, nicepay } from './profile.js'
export type { NicepayServices } from './services.js'
