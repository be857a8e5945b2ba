// A Content-Security-Policy cannot keep a page from being left, and an address can carry anything. So no script leads
// away from this site, and from the playground, where keys are typed, no click does either.
globalThis.navigation?.addEventListener('navigate', (event) => {
  if (new URL(event.destination.url).origin === location.origin) return
  if (!event.userInitiated || document.querySelector('.tool') !== null) event.preventDefault()
})
