import type { Outcome } from '@x/providers/codes'
import type { CauseId } from './causes-of.js'

/** One thing to check. */
interface Cause {
  readonly what: string
  readonly check: string
}

/** Everything that the page says and the packages do not; the shape is the same in both languages. */
export interface ResponseCodeWords {
  readonly search: string
  readonly searchHint: string
  readonly examples: string
  readonly clear: string
  readonly empty: string
  readonly tooLong: string
  readonly odd: (value: string) => string
  readonly oddKnown: (provider: string) => string
  readonly nothing: string
  readonly notListed: string
  readonly result: string
  readonly anatomy: string
  readonly slots: { readonly status: string; readonly service: string; readonly case: string }
  readonly anyService: string
  readonly unknownService: string
  readonly meaning: string
  readonly next: string
  readonly money: string
  readonly moneyIntro: string
  readonly onRead: string
  readonly onMoney: string
  readonly onResent: string
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly readMeans: Readonly<Record<Outcome, string>>
  readonly moneyMeans: Readonly<Record<Outcome, string>>
  readonly tokenCall: string
  readonly tokenRejected: string
  readonly inquiries: string
  readonly httpDiffers: (http: number, code: string) => string
  readonly own: string
  readonly ownMeaning: string
  readonly ownServices: string
  readonly sameMeaning: string
  readonly causes: string
  readonly causesIntro: string
  readonly bracket: (message: string) => string
  readonly cause: Readonly<Record<CauseId, Cause>>
  readonly found: (count: number) => string
  readonly asService: (status: string, service: string) => string
  readonly allCodes: string
  readonly allServices: string
  readonly filter: string
  readonly status: string
  readonly all: string
  readonly shown: (shown: number, all: number) => string
  readonly columns: {
    readonly code: string
    readonly meaning: string
    readonly next: string
    readonly read: string
    readonly money: string
    readonly service: string
    readonly name: string
    readonly path: string
    readonly caller: string
    readonly inquiry: string
  }
  readonly callers: Readonly<Record<'partner' | 'provider' | 'either', string>>
  readonly source: string
}

export const words: { readonly en: ResponseCodeWords; readonly id: ResponseCodeWords } = {
  en: {
    search: 'Response code or words',
    searchHint:
      'A code, a part of one, a whole JSON answer, or words in English or Indonesian. Nothing leaves the page.',
    examples: 'Try',
    clear: 'Start over',
    empty: 'Type a code or a word; the tables below have them all.',
    tooLong: 'That is more than 50,000 characters. Paste the answer alone, or its responseCode.',
    odd: (value) =>
      `“${value}” is not a response code of SNAP, which has seven characters: HTTP status, service and case.`,
    oddKnown: (provider) => `The classic services of ${provider} use it:`,
    nothing: 'Nothing in the standard or the profiles says that. Try one word, or a code.',
    notListed: 'The standard does not list this case, nor does a profile.',
    result: 'What it says',
    anatomy: 'Anatomy',
    slots: { status: 'HTTP status', service: 'service', case: 'case' },
    anyService: 'any service',
    unknownService: 'not a service of the standard',
    meaning: 'Meaning',
    next: 'Next',
    money: 'What happened to the money',
    moneyIntro: 'What our client makes of this answer, by the kind of the service that was called.',
    onRead: 'A read (status, balance)',
    onMoney: 'A call that moves money',
    onResent: 'The same, answered to our own second sending',
    outcomes: { success: 'success', pending: 'pending', rejected: 'rejected', unknown: 'unknown' },
    readMeans: {
      success: 'The answer is there: read the status in its body.',
      pending: 'The provider is still at it: ask again.',
      rejected: 'Nothing was found out, and nothing was changed.',
      unknown: 'Nothing was found out: ask again.',
    },
    moneyMeans: {
      success: 'The call was executed. The body says what became of the money.',
      pending: 'Accepted and not finished: ask for the status, do not send again.',
      rejected: 'Certainly not executed.',
      unknown: 'It may have been executed: ask for the status, do not send again.',
    },
    tokenCall: 'A token request moves no money: a refused one can be sent again once its cause is gone.',
    tokenRejected: 'Of all refusals this one is about the access token: a new one may help, once.',
    inquiries: 'Ask with service',
    httpDiffers: (http, code) =>
      `HTTP said ${http} and the code ${code}. Both count: where they contradict each other the outcome is unknown.`,
    own: 'Providers',
    ownMeaning: 'has a meaning of its own:',
    ownServices: 'Its services with this code:',
    sameMeaning: 'as the standard',
    causes: 'Causes, the likeliest first',
    causesIntro: 'Several causes share this one code. Check them in this order.',
    bracket: (message) => `Sorted by what the provider wrote: “${message}”.`,
    cause: {
      'key-pair': {
        what: 'The key pair is another than the one that is registered',
        check: 'Compare the fingerprint of your private key with the public key in the provider’s portal.',
      },
      'string-to-sign': {
        what: 'Another string was signed',
        check:
          'It is the client id, a bar and the timestamp, nothing else: no space, no line break, no body.',
      },
      'timestamp-twice': {
        what: 'The clock was read twice',
        check:
          'X-TIMESTAMP and the signed timestamp must be the same characters. It fails now and then if not.',
      },
      clock: {
        what: 'The clock or its zone is wrong',
        check: 'Compare with the Date header of the answer. A whole 7 hours: UTC was written with +07:00.',
      },
      encoding: {
        what: 'The signature is encoded otherwise',
        check: 'Base64 or hex as the provider wants it, on one line; SHA256withRSA is PKCS#1 v1.5, not PSS.',
      },
      'client-id': {
        what: 'The client id is not known there',
        check: 'X-CLIENT-KEY is the client id of exactly this environment, without spaces around it.',
      },
      environment: {
        what: 'Host, key and client id are of different environments',
        check: 'Change all three as one: a sandbox key does not open production.',
      },
      address: {
        what: 'Your server’s address is not on the allow-list',
        check: 'Ask from the server itself which address it goes out with; have that one registered.',
      },
      'body-bytes': {
        what: 'The bytes that were signed are not those that were sent',
        check: 'Serialise the body once; sign and send that same text.',
      },
      minify: {
        what: 'Spaces inside values were removed',
        check: 'Minifying takes whitespace between tokens away, never inside a text.',
      },
      path: {
        what: 'Another path was signed',
        check:
          'Path only, from the version on, as the provider documents it: with or without prefix and query.',
      },
      'token-slot': {
        what: 'The token in the string is another than in the header',
        check: 'The bare access token, without “Bearer”, and the one that this call carries.',
      },
      secret: {
        what: 'The secret is another one, or has a character too many',
        check: 'Look for a line break or quotes at its end; some providers sign calls with another secret.',
      },
    },
    found: (count) => (count === 1 ? '1 code' : `${count} codes`),
    asService: (status, service) => `Status ${status} of service ${service}`,
    allCodes: 'All codes of the standard',
    allServices: 'All services of the standard',
    filter: 'Filter',
    status: 'HTTP status',
    all: 'all',
    shown: (shown, all) => `${shown} of ${all}`,
    columns: {
      code: 'Code',
      meaning: 'Meaning',
      next: 'Next',
      read: 'Read',
      money: 'Money',
      service: 'Service',
      name: 'Name',
      path: 'Path',
      caller: 'Who calls',
      inquiry: 'Asked with',
    },
    callers: { partner: 'you', provider: 'the provider', either: 'either' },
    source:
      'Codes and services: ASPI, SNAP API portal (read June 2025). What to do next, and the outcomes, are ours.',
  },
  id: {
    search: 'Kode respons atau kata',
    searchHint:
      'Kode, sebagian kode, jawaban JSON utuh, atau kata dalam bahasa Indonesia maupun Inggris. Tidak ada yang keluar dari halaman ini.',
    examples: 'Coba',
    clear: 'Mulai dari awal',
    empty: 'Ketik kode atau kata; tabel di bawah memuat semuanya.',
    tooLong: 'Lebih dari 50.000 karakter. Tempel jawabannya saja, atau responseCode-nya.',
    odd: (value) =>
      `“${value}” bukan kode respons SNAP, yang terdiri dari tujuh karakter: status HTTP, service, dan case.`,
    oddKnown: (provider) => `Layanan klasik ${provider} memakainya:`,
    nothing: 'Tidak ada di standar maupun di profil provider. Coba satu kata, atau kodenya.',
    notListed: 'Case ini tidak tercantum di standar maupun di profil provider.',
    result: 'Artinya',
    anatomy: 'Susunan',
    slots: { status: 'status HTTP', service: 'service', case: 'case' },
    anyService: 'service apa pun',
    unknownService: 'bukan service dari standar',
    meaning: 'Arti',
    next: 'Langkah berikutnya',
    money: 'Apa yang terjadi dengan uangnya',
    moneyIntro: 'Kesimpulan client kami dari jawaban ini, menurut jenis service yang dipanggil.',
    onRead: 'Panggilan baca (status, saldo)',
    onMoney: 'Panggilan yang memindahkan uang',
    onResent: 'Sama, tetapi jawaban atas pengiriman kedua kita',
    outcomes: { success: 'success', pending: 'pending', rejected: 'rejected', unknown: 'unknown' },
    readMeans: {
      success: 'Jawaban ada: baca statusnya di body.',
      pending: 'Provider masih memproses: tanyakan lagi.',
      rejected: 'Tidak ada yang diketahui, dan tidak ada yang berubah.',
      unknown: 'Tidak ada yang diketahui: tanyakan lagi.',
    },
    moneyMeans: {
      success: 'Panggilan dijalankan. Nasib uangnya ada di body.',
      pending: 'Diterima dan belum selesai: cek status, jangan kirim ulang.',
      rejected: 'Pasti tidak dijalankan.',
      unknown: 'Mungkin sudah dijalankan: cek status, jangan kirim ulang.',
    },
    tokenCall:
      'Permintaan token tidak memindahkan uang: boleh dikirim lagi setelah penyebab penolakannya hilang.',
    tokenRejected: 'Penolakan ini menyangkut access token: token baru mungkin menolong, satu kali.',
    inquiries: 'Cek dengan service',
    httpDiffers: (http, code) =>
      `HTTP mengatakan ${http}, kodenya ${code}. Keduanya dihitung: bila bertentangan, hasilnya unknown.`,
    own: 'Provider',
    ownMeaning: 'punya arti sendiri:',
    ownServices: 'Service-nya dengan kode ini:',
    sameMeaning: 'sama dengan standar',
    causes: 'Penyebab, mulai dari yang paling mungkin',
    causesIntro: 'Beberapa penyebab berbagi satu kode ini. Periksa berurutan.',
    bracket: (message) => `Diurutkan menurut tulisan provider: “${message}”.`,
    cause: {
      'key-pair': {
        what: 'Pasangan kunci bukan yang terdaftar',
        check: 'Bandingkan fingerprint kunci privat Anda dengan kunci publik di portal provider.',
      },
      'string-to-sign': {
        what: 'String yang ditandatangani berbeda',
        check:
          'Isinya client id, garis tegak, dan timestamp saja: tanpa spasi, tanpa ganti baris, tanpa body.',
      },
      'timestamp-twice': {
        what: 'Jam dibaca dua kali',
        check:
          'X-TIMESTAMP dan timestamp yang ditandatangani harus sama persis. Bila tidak, gagalnya kadang-kadang.',
      },
      clock: {
        what: 'Jam atau zona waktunya salah',
        check: 'Bandingkan dengan header Date dari jawaban. Selisih tepat 7 jam: UTC ditulis dengan +07:00.',
      },
      encoding: {
        what: 'Encoding signature berbeda',
        check:
          'Base64 atau hex sesuai permintaan provider, dalam satu baris; SHA256withRSA adalah PKCS#1 v1.5, bukan PSS.',
      },
      'client-id': {
        what: 'Client id tidak dikenal di sana',
        check: 'X-CLIENT-KEY adalah client id untuk environment ini, tanpa spasi di kiri-kanannya.',
      },
      environment: {
        what: 'Host, kunci, dan client id dari environment yang berbeda',
        check: 'Ganti ketiganya sekaligus: kunci sandbox tidak membuka production.',
      },
      address: {
        what: 'Alamat IP server Anda belum terdaftar',
        check: 'Cari tahu dari server itu sendiri alamat keluarnya, lalu daftarkan alamat itu.',
      },
      'body-bytes': {
        what: 'Byte yang ditandatangani bukan byte yang dikirim',
        check: 'Serialisasi body satu kali; tanda tangani dan kirim teks yang sama.',
      },
      minify: {
        what: 'Spasi di dalam nilai ikut terhapus',
        check: 'Minify hanya membuang whitespace di antara token, tidak pernah di dalam teks.',
      },
      path: {
        what: 'Path yang ditandatangani berbeda',
        check: 'Path saja, sesuai dokumentasi provider: dengan atau tanpa prefix dan query.',
      },
      'token-slot': {
        what: 'Token di string bukan token di header',
        check: 'Access token apa adanya, tanpa “Bearer”, dan yang dibawa panggilan ini.',
      },
      secret: {
        what: 'Secret-nya lain, atau kelebihan satu karakter',
        check:
          'Cari ganti baris atau tanda kutip di ujungnya; sebagian provider memakai secret lain untuk panggilan.',
      },
    },
    found: (count) => `${count} kode`,
    asService: (status, service) => `Status ${status} untuk service ${service}`,
    allCodes: 'Semua kode dari standar',
    allServices: 'Semua service dari standar',
    filter: 'Saring',
    status: 'Status HTTP',
    all: 'semua',
    shown: (shown, all) => `${shown} dari ${all}`,
    columns: {
      code: 'Kode',
      meaning: 'Arti',
      next: 'Langkah berikutnya',
      read: 'Baca',
      money: 'Uang',
      service: 'Service',
      name: 'Nama',
      path: 'Path',
      caller: 'Pemanggil',
      inquiry: 'Dicek dengan',
    },
    callers: { partner: 'Anda', provider: 'provider', either: 'tergantung provider' },
    source:
      'Kode dan service: ASPI, portal API SNAP (dibaca Juni 2025). Langkah berikutnya dan hasilnya dari kami.',
  },
}
