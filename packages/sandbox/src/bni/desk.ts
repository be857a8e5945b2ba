import { maskAccount } from '../mask.js'
import { formatAmount } from '../money.js'
import { badAction } from '../read-action.js'
import type { ServiceDesk, TransactionSummary } from '../service-desk.js'
import { accountInfoPath, answerAccountInfo } from './account-info.js'
import { passGate } from './gate.js'
import { wrap } from './ogp-answers.js'
import { type OgpPayment, openOgpBank } from './ogp-bank.js'
import { checkOgp } from './ogp-check.js'
import { ogpServices } from './ogp-services.js'

/** BNI's classic services: One Gate Payment, and one of the v2.1 family. */
export const openBniDesk = (): ServiceDesk => {
  const bank = openOgpBank()
  return {
    answer: async (asked) => {
      const { path, headers, body, now } = asked
      const service = ogpServices.find((candidate) => candidate.path === path)
      if (service === undefined && path !== accountInfoPath) return undefined
      const passed = passGate(asked)
      if ('refusal' in passed) return passed.refusal
      if (service === undefined) return answerAccountInfo(passed, { headers, body, now, book: bank.book })
      const checked = await checkOgp(passed, service, body)
      if ('refusal' in checked) return wrap({ outcome: checked.refusal }, { service, now })
      const call = { clientId: passed.client.clientId, members: checked.members, now }
      const result = service.carryOut(bank, call)
      return wrap(result, { service, now, trigger: result.trigger })
    },
    act: () => {
      throw badAction('A payment of these services is final when it is answered: there is no action', [])
    },
    transactions: () => bank.payments().map(summaryOf),
  }
}

const summaryOf = ({
  kind,
  clientId,
  reference,
  bankReference,
  to,
  amount,
  at,
}: OgpPayment): TransactionSummary => ({
  kind,
  clientId,
  reference,
  providerReference: bankReference,
  amount: formatAmount(amount),
  status: 'Y',
  state: 'paid',
  account: maskAccount(to.accountNo),
  createdAt: new Date(at).toISOString(),
  actions: [],
})
