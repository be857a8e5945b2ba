export { type DanaCredentials, dana } from './profile.js'
export type {
  DanaCancelAnswer,
  DanaCancelRequest,
  DanaConsultPayAnswer,
  DanaConsultPayRequest,
  DanaMerchant,
  DanaPaymentAnswer,
  DanaPaymentRequest,
  DanaPayOption,
  DanaRefundAnswer,
  DanaRefundRequest,
  DanaServices,
  DanaStatusAnswer,
  DanaStatusRequest,
  DanaUrlParam,
} from './services.js'
