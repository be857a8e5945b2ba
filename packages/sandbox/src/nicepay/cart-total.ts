import { isJsonObject } from './check-fields.js'

/** Rupiah of all items in a `cartData` text; undefined where it names none, or a price that is no number. */
export const cartTotal = (cartData: string): number | undefined => {
  const cart: unknown = JSON.parse(cartData)
  if (!isJsonObject(cart) || !Array.isArray(cart['item'])) return undefined
  const total = cart['item'].reduce(
    (sum: number, item: unknown) =>
      isJsonObject(item) ? sum + Number(item['goods_amt']) * Number(item['goods_quantity']) : Number.NaN,
    0,
  )
  return Number.isFinite(total) ? total : undefined
}
