import { misuse } from '../misuse.js'

/**
 * What a key is called in Redis. The braces put record and lease into one slot of a cluster, which hashes what stands
 * between the first `{` and the first `}` behind it, unless that is nothing.
 *
 * @see https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
 */
export function namesOf(key: string): { readonly keys: readonly string[]; readonly channel: string } {
  if (typeof key !== 'string' || key === '' || key.startsWith('}')) {
    throw misuse({ field: 'key', expected: 'a non-empty string that does not begin with "}"', value: key })
  }
  return { keys: [`{${key}}:v`, `{${key}}:l`], channel: `{${key}}:c` }
}
