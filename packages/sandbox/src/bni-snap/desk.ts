import type { Answer } from '../answer.js'
import { createExternalIds } from '../external-ids.js'
import type { DeskContext, ServiceDesk } from '../service-desk.js'
import { conflict, refuse } from './answers.js'
import type { CarriedCall } from './carried-call.js'
import { checkSignedCall, readMembers } from './check-call.js'
import { inquireBalance, inquireExternalAccount, inquireInternalAccount, inquireTransfer } from './inquire.js'
import { inquireStatement } from './inquire-statement.js'
import { orderTransfer } from './order-transfer.js'
import { snapServices } from './services.js'
import { openTransferBook, type TransferBook } from './transfers.js'

const carryOut: Readonly<Record<string, (book: TransferBook, call: CarriedCall) => Answer>> = {
  11: inquireBalance,
  14: inquireStatement,
  15: inquireInternalAccount,
  16: inquireExternalAccount,
  17: orderTransfer,
  18: orderTransfer,
  22: orderTransfer,
  23: orderTransfer,
  36: inquireTransfer,
}

/** BNI SNAP, transfer credit. Nothing here waits, so two calls of one reference cannot both move money. */
export const openBniSnapDesk = ({ now }: DeskContext): ServiceDesk => {
  const book = openTransferBook(now)
  const externalIds = createExternalIds()
  return {
    answer: (asked) => {
      const service = snapServices.find(({ path }) => path === asked.path)
      if (service === undefined) return undefined
      const { code } = service
      const signed = checkSignedCall(asked)
      if ('refusal' in signed) return refuse(code, signed.refusal)
      const { client, externalId } = signed
      // Before the body is looked at: a call that was signed has used its number, whatever becomes of it.
      if (!externalIds.use({ clientId: client.clientId, externalId, now: asked.now }))
        return refuse(code, conflict())
      const read = readMembers(service, asked.body)
      if ('refusal' in read) return refuse(code, read.refusal)
      return carryOut[code]?.(book, {
        client,
        service: code,
        externalId,
        members: read.members,
        now: asked.now,
      })
    },
    act: book.act,
    transactions: book.summaries,
  }
}
