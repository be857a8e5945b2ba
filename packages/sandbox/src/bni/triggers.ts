/** What an account number of ours makes the services do. */
export type Trigger =
  | 'failure-in-200'
  | 'capital-response'
  | 'small-response'
  | 'other-wrapper'
  | 'bare-numbers'
  | 'done-but-failed'

const triggers: ReadonlyMap<string, Trigger> = new Map([
  ['9000000001', 'failure-in-200'],
  ['9000000002', 'capital-response'],
  ['9000000003', 'small-response'],
  ['9000000004', 'other-wrapper'],
  ['9000000005', 'bare-numbers'],
  ['9000000006', 'done-but-failed'],
])

export const triggerAccounts: readonly string[] = [...triggers.keys()]

export const triggerOf = (accountNo: string): Trigger | undefined => triggers.get(accountNo)

/** Whether nothing is done. */
export const failsFirst = (trigger: Trigger | undefined): boolean =>
  trigger !== undefined && trigger !== 'bare-numbers' && trigger !== 'done-but-failed'
