import type { Meaning } from './codes/meaning-of.js'
import type { AnswerProblem } from './reply.js'

const ask = {
  english: 'It may have been executed: do not send it again, ask with "inquiry".',
  indonesian: 'Mungkin sudah dijalankan: jangan kirim ulang, periksa dengan "inquiry".',
}

const because: Readonly<Record<AnswerProblem, Meaning>> = {
  timeout: { english: 'No answer in time.', indonesian: 'Tidak ada jawaban dalam batas waktu.' },
  aborted: {
    english: 'You aborted after it was sent.',
    indonesian: 'Dibatalkan oleh pemanggil setelah dikirim.',
  },
  transport: { english: 'The connection broke.', indonesian: 'Koneksi terputus.' },
  redirect: {
    english: 'The answer is a redirect, which is never followed.',
    indonesian: 'Jawaban berupa pengalihan, yang tidak pernah diikuti.',
  },
  'too-large': { english: 'The answer is too large.', indonesian: 'Jawaban terlalu besar.' },
  'not-text': { english: 'The answer is not UTF-8 text.', indonesian: 'Jawaban bukan teks UTF-8.' },
  unreadable: { english: 'The answer could not be read.', indonesian: 'Jawaban tidak dapat dibaca.' },
  mismatch: {
    english: 'The answer names another transaction.',
    indonesian: 'Jawaban menyebut transaksi lain.',
  },
  'not-json': { english: 'The answer is not a JSON object.', indonesian: 'Jawaban bukan objek JSON.' },
}

export const meaningOfProblem = (problem: AnswerProblem): Meaning => ({
  english: `${because[problem].english} ${ask.english}`,
  indonesian: `${because[problem].indonesian} ${ask.indonesian}`,
})

/** An answer was there, and nobody knows its code. */
export const meaningOfUnknownCode: Meaning = {
  english: `The answer has no code that is known here. ${ask.english}`,
  indonesian: `Jawaban tidak memuat kode yang dikenal. ${ask.indonesian}`,
}
