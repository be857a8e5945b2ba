/** One sentence in both languages of the site. */
export interface Spoken {
  readonly english: string
  readonly indonesian: string
}

/** What stands beside a field: an error where nothing can be signed, a warning where a provider will refuse. */
export interface Note extends Spoken {
  readonly kind: 'error' | 'warning'
}
