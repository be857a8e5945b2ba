/** Lets whatever a user's callback returned end as it likes: a rejection that nobody handles would end the process. */
export function ignoreOutcome(returned: unknown): void {
  Promise.resolve(returned).catch(() => {})
}
