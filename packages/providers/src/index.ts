export type { AuditedExchange } from './audit.js'
export type {
  Attempt,
  CallOptions,
  CallSettings,
  FetchOptions,
  InquireOptions,
  Prepared,
} from './call-options.js'
export type { Kind, Outcome } from './codes/classify.js'
export type { Meaning } from './codes/meaning-of.js'
export type { ResponseCode } from './codes/parse-response-code.js'
export {
  type AnyClient,
  type Client,
  type ClientOptions,
  type ClientSettings,
  createClient,
} from './create-client.js'
export { defineProfile } from './define-profile.js'
export {
  type AnyProviderError,
  type Phase,
  ProviderError,
  type ProviderErrorCode,
  type ProviderErrorDetails,
  type Refusal,
} from './errors.js'
export type { ProviderEvent, ProviderEventDetail, ProviderEventKey } from './events.js'
export type { ExternalIdRule } from './external-id.js'
export type { HttpRequest, HttpResponse } from './http.js'
export { type Amount, idr } from './idr.js'
export type { Inquiry, InquiryPlan } from './inquiry.js'
export type { JsonObject } from './json.js'
export { padPartnerServiceId } from './pad-partner-service-id.js'
export type {
  AnswerOf,
  BodyOf,
  CredentialsOf,
  Environment,
  EnvironmentOf,
  Evidence,
  Profile,
  ProfileOf,
  ServiceNameOf,
} from './profile.js'
export type { AnswerProblem, Reply, ReplyFacts } from './reply.js'
export type { CallAnswer, Reading, ReplyScheme } from './reply-scheme.js'
export type { Sent, Service, Transaction } from './service.js'
export type { CallSigner, CallToSign, SignedCall, SignScheme } from './sign-scheme.js'
export type {
  PreparedEnvironment,
  ReceivedToken,
  RefusedToken,
  TokenAnswer,
  TokenFlow,
  TokenScheme,
} from './token-scheme.js'
