export type { SnapB2bCredentials } from '../schemes/snap-b2b.js'
export { nicepay } from './profile.js'
