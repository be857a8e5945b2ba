// A Content-Security-Policy cannot keep a page from being left, and an address can carry anything. So no script leads
// away from this site, and from the playground, where keys are typed, no click does either.
if (globalThis.navigation) {
  // Taken now, and listened with before all others: a script that gets in later can put nothing in their place.
  const own = (method) => Function.prototype.call.bind(method)
  const reader = (type, name) => own(Object.getOwnPropertyDescriptor(type.prototype, name).get)
  const destinationOf = reader(NavigateEvent, 'destination')
  const urlOf = reader(NavigationDestination, 'url')
  const isOfUser = reader(NavigateEvent, 'userInitiated')
  const prevent = own(Event.prototype.preventDefault)
  const startsWith = own(String.prototype.startsWith)
  const find = own(Document.prototype.querySelector)
  // The slash keeps out a host that only begins like this one, and a document made on the spot, which has no such guard.
  const here = `${location.origin}/`
  const keepHere = (event) => {
    if (startsWith(urlOf(destinationOf(event)), here)) return
    if (!isOfUser(event) || find(document, '.tool') !== null) prevent(event)
  }
  navigation.addEventListener('navigate', keepHere, { capture: true })
}
