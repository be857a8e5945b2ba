/** A QR payment text of the EMV kind, for a payer that is not there: tags, lengths and the checksum are right. */
export const emvQr = ({
  value,
  reference,
}: {
  readonly value: string
  readonly reference: string
}): string => {
  const text =
    tag('00', '01') +
    tag('01', '12') +
    tag('26', tag('00', 'ID.SANDBOX') + tag('01', reference)) +
    tag('52', '5999') +
    tag('53', '360') +
    tag('54', value) +
    tag('58', 'ID') +
    tag('59', 'SANDBOX') +
    tag('60', 'JAKARTA') +
    '6304'
  return text + crc16(text)
}

const tag = (id: string, value: string): string => id + String(value.length).padStart(2, '0') + value

/** CRC-16/CCITT-FALSE, four capital hex digits. @see EMVCo, QR Code Specification, Merchant-Presented Mode, 4.7.3 */
export const crc16 = (text: string): string => {
  let crc = 0xffff
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
