export type { RecordedCall } from './calls.js'
export type { ClientSummary, SandboxClient } from './clients.js'
export type { ClockSetting } from './clock.js'
export { type ControlOptions, createControl } from './create-control.js'
export type { SandboxProvider } from './create-provider.js'
export { createSandbox, type Sandbox, type SandboxOptions, type SandboxProviderId } from './create-sandbox.js'
export {
  type AnySandboxError,
  SandboxError,
  type SandboxErrorCode,
  type SandboxErrorDetails,
} from './errors.js'
export type { Fault } from './fault-queue.js'
export type { FaultKind } from './faults.js'
export { guard, type Handler } from './guard.js'
export type { SandboxAction, TransactionSummary } from './service-desk.js'
