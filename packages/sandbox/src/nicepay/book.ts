/** What a client and the provider call a transaction. */
export interface Named {
  readonly clientId: string
  /** The client's reference. */
  readonly reference: string
  /** The provider's. */
  readonly txid: string
}

/** The transactions of one product. A reference is used up for ever, by merchant. */
export interface Book<Item extends Named> {
  readonly add: (item: Item) => void
  readonly has: (name: Pick<Named, 'clientId' | 'reference'>) => boolean
  /** Undefined also where the two references do not belong together, or belong to another merchant. */
  readonly find: (name: Named) => Item | undefined
  readonly get: (txid: string) => Item | undefined
  readonly list: () => readonly Item[]
}

export const createBook = <Item extends Named>(): Book<Item> => {
  const items = new Map<string, Item>()
  const used = new Set<string>()
  const nameOf = ({ clientId, reference }: Pick<Named, 'clientId' | 'reference'>): string =>
    JSON.stringify([clientId, reference])
  return {
    add: (item) => {
      items.set(item.txid, item)
      used.add(nameOf(item))
    },
    has: (name) => used.has(nameOf(name)),
    find: ({ clientId, reference, txid }) => {
      const item = items.get(txid)
      return item?.clientId === clientId && item.reference === reference ? item : undefined
    },
    get: (txid) => items.get(txid),
    list: () => [...items.values()],
  }
}
