import type { Component } from 'vue'
import { openTool } from '../theme/open-tool.js'

/** The tools that a page may name, each fetched with the first page that shows it. */
export const tools = {
  CallAService: openTool(() => import('./call-a-service/CallAService.vue')),
  GetAToken: openTool(() => import('./get-a-token/GetAToken.vue')),
  KeyReader: openTool(() => import('./keys/KeyReader.vue')),
  Mistake: openTool(() => import('./mistakes/Mistake.vue'), 'part'),
  ResponseCodes: openTool(() => import('./response-codes/ResponseCodes.vue')),
  SandboxConsole: openTool(() => import('./sandbox/SandboxConsole.vue')),
  SignAndVerify: openTool(() => import('./sign-and-verify/SignAndVerify.vue')),
  TimestampLens: openTool(() => import('./timestamp/TimestampLens.vue')),
  TokenCacheSeen: openTool(() => import('./token-cache/TokenCacheSeen.vue')),
  TwoTokens: openTool(() => import('./two-tokens/TwoTokens.vue')),
} as const satisfies Readonly<Record<string, Component>>
