import type { Spoken } from '../parts/spoken.js'
import type { Expected, Hint } from './hint.js'

/** How many characters so many bytes have in an encoding. */
export const lengthIn = (encoding: Expected['encoding'], byteLength: number): number =>
  encoding === 'hex' ? byteLength * 2 : Math.ceil(byteLength / 3) * 4

/** What a hint means for its reader; `length` is that of the text that was pasted. */
export const sayHint = (
  hint: Hint,
  { encoding, byteLength, symmetric }: Expected,
  length: number,
): Spoken => {
  const right = lengthIn(encoding, byteLength)
  const expected = `${right} ${encoding}`
  switch (hint) {
    case 'nothing-pasted':
      return { english: 'Paste a signature.', indonesian: 'Tempel sebuah signature.' }
    case 'white-space':
      return {
        english:
          'It holds spaces or line breaks. Tools that wrap base64 at 64 or 76 characters make them: write it on one line.',
        indonesian:
          'Ada spasi atau ganti baris di dalamnya. Biasanya dari alat yang memotong base64 tiap 64 atau 76 karakter: tulis dalam satu baris.',
      }
    case 'quoted':
      return {
        english: 'It stands in quotation marks.',
        indonesian: 'Signature ini masih di dalam tanda kutip.',
      }
    case 'not-ascii':
      return {
        english: 'It holds characters outside ASCII, as word processors and chats put them in.',
        indonesian: 'Ada karakter di luar ASCII, seperti yang disisipkan pengolah kata atau aplikasi chat.',
      }
    case 'other-encoding':
      return encoding === 'base64'
        ? {
            english: `It is hex: ${length} digits. Base64 of the same ${byteLength} bytes has ${right} characters.`,
            indonesian: `Ini hex: ${length} digit. Base64 dari ${byteLength} byte yang sama panjangnya ${right} karakter.`,
          }
        : {
            english: `It is base64: ${length} characters. Hex of the same ${byteLength} bytes has ${right} digits.`,
            indonesian: `Ini base64: ${length} karakter. Hex dari ${byteLength} byte yang sama panjangnya ${right} digit.`,
          }
    case 'upper-case-hex':
      return {
        english: 'It is hex in capital letters; SNAP writes hex in small ones.',
        indonesian: 'Ini hex huruf besar; SNAP menulis hex dengan huruf kecil.',
      }
    case 'lower-cased-base64':
      return {
        english:
          'It is base64 without a single capital letter: somebody lower-cased it, and it cannot be restored.',
        indonesian:
          'Ini base64 tanpa satu pun huruf besar: ada yang mengubahnya menjadi huruf kecil, dan tidak bisa dikembalikan.',
      }
    case 'base64url':
      return {
        english: 'It is base64url, with "-" and "_". Plain base64 has "+" and "/".',
        indonesian: 'Ini base64url, dengan "-" dan "_". Base64 biasa memakai "+" dan "/".',
      }
    case 'padding-missing':
      return {
        english: 'The "=" at its end are missing.',
        indonesian: 'Tanda "=" di akhirnya tidak ada.',
      }
    case 'base64-of-hex':
      return {
        english: `It is base64 of a hex text: the bytes were encoded twice. ${expected} characters are expected.`,
        indonesian: `Ini base64 dari teks hex: byte-nya di-encode dua kali. Seharusnya ${expected} karakter.`,
      }
    case 'percent-encoded':
      return {
        english: 'It is percent-encoded, as for a URL. A header carries it as it is.',
        indonesian: 'Ini percent-encoded, seperti untuk URL. Di header, tulis apa adanya.',
      }
    case 'hmac-sha256':
      return {
        english:
          'It has 32 bytes, as an HMAC-SHA256 or a bare SHA-256 has. SNAP signs with HMAC-SHA512: 64 bytes.',
        indonesian:
          'Panjangnya 32 byte, seperti HMAC-SHA256 atau SHA-256 biasa. SNAP memakai HMAC-SHA512: 64 byte.',
      }
    case 'an-hmac':
      return {
        english: `It is as long as an HMAC. Here an RSA signature of ${byteLength} bytes is expected.`,
        indonesian: `Panjangnya seperti HMAC. Di sini seharusnya signature RSA ${byteLength} byte.`,
      }
    case 'an-rsa-signature':
      return {
        english:
          'It is as long as an RSA signature. Here an HMAC-SHA512 of 64 bytes is expected: is the call asymmetric?',
        indonesian:
          'Panjangnya seperti signature RSA. Di sini seharusnya HMAC-SHA512 64 byte: apakah request-nya asimetris?',
      }
    case 'another-key-size':
      return {
        english: `It is by an RSA key of another size: this one gives ${byteLength} bytes.`,
        indonesian: `Dibuat dengan kunci RSA berukuran lain: kunci ini menghasilkan ${byteLength} byte.`,
      }
    case 'cut-off':
      return {
        english: `It is too short: ${length} characters, and ${expected} characters are expected. Was it cut off?`,
        indonesian: `Terlalu pendek: ${length} karakter, seharusnya ${expected} karakter. Apakah terpotong?`,
      }
    case 'a-word':
      return {
        english: `It is a word and no signature: the code that signs failed, and what it left was sent${symmetric ? '' : ' (often a key that could not be read)'}.`,
        indonesian: `Ini sebuah kata, bukan signature: kode yang menandatangani gagal, dan sisanya yang dikirim${symmetric ? '' : ' (sering karena kunci tidak terbaca)'}.`,
      }
  }
}
