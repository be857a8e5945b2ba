export { type PermataHmacCredentials, permataHmac } from './permata-hmac.js'
export { type PermataOAuthCredentials, permataOAuth } from './permata-oauth.js'
export { permataReply } from './permata-reply.js'
export { type PermataCredentials, permata } from './profile.js'
export type {
  PermataBalanceRequest,
  PermataRequestHeader,
  PermataServices,
  PermataStatusRequest,
  PermataTransferRequest,
} from './services.js'
