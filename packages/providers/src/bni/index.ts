export type { OAuthBasicCredentials } from '../schemes/oauth-basic.js'
export { bni } from './profile.js'
