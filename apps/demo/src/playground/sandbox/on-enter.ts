/**
 * Runs what the button beside a line does when Enter is pressed in the line. A form would do so by itself; the policy of the
 * site lets none be submitted, so that nothing can be sent away.
 */
export const onEnter =
  (run: () => unknown): ((event: KeyboardEvent) => void) =>
  (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    void run()
  }
