/** A request as plain data: what was hashed and signed is what goes out. */
export interface HttpRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** An answer whose body has been read whole, as UTF-8 text. */
export interface HttpResponse {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly body: string
}
