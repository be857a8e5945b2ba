import { nicepay } from '@x/providers/nicepay'

/** What SNAP asks of a key where nothing else is said. */
export const standardFloorBits = 2_048

/** Environments that take smaller keys, out of the profiles. */
export const lowerFloors: readonly { readonly name: string; readonly bits: number }[] = Object.entries(
  nicepay.environments,
).flatMap(([environment, { minimumKeyBits }]) =>
  minimumKeyBits === undefined ? [] : [{ name: `NICEPAY ${environment}`, bits: minimumKeyBits }],
)
