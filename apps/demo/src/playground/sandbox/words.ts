import type { FaultKind } from '@x/sandbox'
import type { ProblemKind } from './create-console.js'

/** Everything that the console says; the shape is the same in both languages. */
export interface ConsoleWords {
  readonly where: string
  readonly places: { readonly page: string; readonly server: string }
  readonly placeHints: { readonly page: string; readonly server: string }
  readonly token: string
  readonly tokenHint: string
  readonly connect: string
  readonly connected: (origin: string) => string
  readonly disconnect: string
  readonly provider: string
  readonly address: string
  readonly live: string
  readonly refresh: string
  readonly demo: string
  readonly reset: string
  readonly resetDone: string
  readonly said: string
  readonly problems: Readonly<Record<ProblemKind, string>>
  readonly tabs: {
    readonly label: string
    readonly calls: string
    readonly transactions: string
    readonly faults: string
    readonly clock: string
    readonly clients: string
  }
  readonly noCalls: string
  readonly callsHint: string
  readonly reason: string
  readonly fault: string
  readonly source: string
  readonly noAnswer: string
  readonly request: string
  readonly response: string
  readonly headers: string
  readonly body: string
  readonly noTransactions: string
  readonly actionsHint: string
  readonly done: (action: string, reference: string, state: string) => string
  readonly columns: {
    readonly kind: string
    readonly reference: string
    readonly amount: string
    readonly state: string
    readonly actions: string
  }
  readonly refunded: (amount: string) => string
  readonly noActions: string
  readonly faultKind: string
  readonly kinds: Readonly<Record<FaultKind, string>>
  readonly path: string
  readonly pathHint: string
  readonly pathProblem: string
  readonly times: string
  readonly timesHint: string
  readonly timesProblem: string
  readonly after: string
  readonly addFault: string
  readonly setFaults: string
  readonly noFaults: string
  readonly faultsHint: string
  readonly faultLine: (fault: {
    readonly kind: string
    readonly times: number | undefined
    readonly path: string | undefined
    readonly after: boolean
  }) => string
  readonly remove: string
  readonly takeAway: string
  readonly faultsSet: string
  readonly now: string
  readonly unknownClock: string
  readonly real: string
  readonly shifted: (offset: string) => string
  readonly stopped: string
  readonly offset: string
  readonly offsetHint: string
  readonly offsetProblem: string
  readonly shift: string
  readonly moment: string
  readonly momentHint: string
  readonly momentProblem: string
  readonly stop: string
  readonly stopNow: string
  readonly putRight: string
  readonly clientsHint: string
  readonly fields: {
    readonly clientId: string
    readonly clientSecret: string
    readonly publicKey: string
    readonly apiKey: string
    readonly apiSecret: string
    readonly partnerId: string
    readonly staticKey: string
    readonly organizationName: string
  }
  readonly letIn: string
  readonly wasLetIn: (clientId: string) => string
  readonly fingerprint: string
  readonly startOver: string
}

export const words: { readonly en: ConsoleWords; readonly id: ConsoleWords } = {
  en: {
    where: 'Which sandbox',
    places: { page: 'The one in this page', server: 'The one that npm start runs' },
    placeHints: { page: 'nothing is sent', server: 'over its control API' },
    token: 'Control token',
    tokenHint: 'npm start prints it as “its token”. It is kept in this page’s memory until you leave.',
    connect: 'Connect',
    connected: (origin) => `Connected to the sandbox at ${origin}.`,
    disconnect: 'Forget the token',
    provider: 'Provider',
    address: 'Address',
    live: 'Keep looking',
    refresh: 'Look now',
    demo: 'Make demo calls',
    reset: 'Reset the sandbox',
    resetDone: 'Clients, tokens, transactions, calls and faults are forgotten, and the clock is right.',
    said: 'The sandbox says:',
    problems: {
      unreachable: 'Nobody answered. Is npm start still running?',
      token: 'This is not the token of this sandbox. Paste the one that npm start printed last.',
      missing:
        'There is no control API at this address. Open the site that npm start serves, or use the sandbox in this page.',
      refused: 'The sandbox did not take that.',
      unexpected: 'What answered is no sandbox, or one of another version.',
    },
    tabs: {
      label: 'Parts of the sandbox',
      calls: 'Calls',
      transactions: 'Transactions',
      faults: 'Faults',
      clock: 'Clock',
      clients: 'Clients',
    },
    noCalls: 'No calls yet. Make demo calls, or send one from your program.',
    callsHint: 'Newest first; the sandbox keeps the last 200 and masks credentials.',
    reason: 'Why it was refused',
    fault: 'Fault that was played',
    source: 'Whose words the answer is made of',
    noAnswer: 'no answer',
    request: 'Request',
    response: 'Response',
    headers: 'Headers',
    body: 'Body',
    noTransactions: 'No transactions yet. Make a QRIS, a virtual account or a transfer.',
    actionsHint: 'An action is what a payer, a bank or time would do.',
    done: (action, reference, state) => `${action}: ${reference} is now ${state}.`,
    columns: {
      kind: 'Kind',
      reference: 'Reference',
      amount: 'Amount',
      state: 'State',
      actions: 'Actions',
    },
    refunded: (amount) => `${amount} refunded`,
    noActions: 'none now',
    faultKind: 'What goes wrong',
    kinds: {
      unavailable: 'unavailable: 503, come back later',
      'gateway-timeout': 'gateway-timeout: 504 from a gateway',
      html: 'html: 502 with a page',
      'html-200': 'html-200: a maintenance page with 200',
      truncated: 'truncated: half an answer',
      'empty-token': 'empty-token: a token of no characters',
      redirect: 'redirect: 302 to elsewhere',
      oversized: 'oversized: 10 MB',
      endless: 'endless: an answer without an end',
      reset: 'reset: the connection is cut',
      hang: 'hang: no answer at all',
    },
    path: 'Only where the path ends in',
    pathHint: 'Such as /qr/qr-mpm-refund; empty: every call, the token call too.',
    pathProblem: 'A path begins with a slash.',
    times: 'How often',
    timesHint: 'Empty: until it is taken away.',
    timesProblem: 'A whole number above 0, or nothing.',
    after: 'The service does its work first; only the answer is lost',
    addFault: 'Add',
    setFaults: 'Set from here',
    noFaults: 'None is set from here.',
    faultsHint: 'Played in this order. Each change sets all of them anew, and they count from the beginning.',
    faultLine: ({ kind, times, path, after }) =>
      [
        kind,
        times === undefined ? 'until taken away' : times === 1 ? 'once' : `${times} times`,
        path === undefined ? 'on every call' : `where the path ends in ${path}`,
        ...(after ? ['after the work is done'] : []),
      ].join(', '),
    remove: 'Remove',
    takeAway: 'Take all away',
    faultsSet: 'The sandbox has taken the faults.',
    now: 'The sandbox’s clock',
    unknownClock: 'Not known here: what others have set cannot be asked for. Set it, and it is.',
    real: 'as the real one',
    shifted: (offset) => `shifted by ${offset}`,
    stopped: 'stopped',
    offset: 'Shift by',
    offsetHint: 'Such as 7h, -90s, 1h 30m. A bare number is seconds.',
    offsetProblem: 'A number with ms, s, m, h or d, such as -7h.',
    shift: 'Shift',
    moment: 'Stop at',
    momentHint: 'With its zone: 2026-11-22T10:00:00+07:00.',
    momentProblem: 'A moment with its zone, such as 2026-11-22T10:00:00+07:00.',
    stop: 'Stop there',
    stopNow: 'Stop now',
    putRight: 'Back to now',
    clientsHint:
      'Let a client in, as you would in the provider’s portal. Which fields count depends on the provider; leave the others empty.',
    fields: {
      clientId: 'Client id',
      clientSecret: 'Client secret',
      publicKey: 'Public key (PEM)',
      apiKey: 'API key',
      apiSecret: 'API secret',
      partnerId: 'Partner id',
      staticKey: 'Static key',
      organizationName: 'Organization name',
    },
    letIn: 'Let it in',
    wasLetIn: (clientId) => `${clientId} is let in.`,
    fingerprint: 'Fingerprint of its public key:',
    startOver: 'Start over',
  },
  id: {
    where: 'Sandbox yang mana',
    places: { page: 'Yang ada di halaman ini', server: 'Yang dijalankan npm start' },
    placeHints: { page: 'tidak ada yang dikirim', server: 'lewat control API-nya' },
    token: 'Control token',
    tokenHint:
      'Dicetak oleh npm start sebagai “its token”. Hanya disimpan di memori halaman ini sampai Anda pergi.',
    connect: 'Hubungkan',
    connected: (origin) => `Terhubung ke sandbox di ${origin}.`,
    disconnect: 'Lupakan token',
    provider: 'Provider',
    address: 'Alamat',
    live: 'Pantau terus',
    refresh: 'Muat sekarang',
    demo: 'Buat panggilan demo',
    reset: 'Reset sandbox',
    resetDone: 'Client, token, transaksi, panggilan, dan gangguan dilupakan; jam kembali benar.',
    said: 'Kata sandbox:',
    problems: {
      unreachable: 'Tidak ada jawaban. Apakah npm start masih berjalan?',
      token: 'Ini bukan token sandbox tersebut. Tempel token terakhir yang dicetak npm start.',
      missing:
        'Tidak ada control API di alamat ini. Buka situs yang disajikan npm start, atau pakai sandbox di halaman ini.',
      refused: 'Sandbox tidak menerimanya.',
      unexpected: 'Yang menjawab bukan sandbox, atau versinya lain.',
    },
    tabs: {
      label: 'Bagian sandbox',
      calls: 'Panggilan',
      transactions: 'Transaksi',
      faults: 'Gangguan',
      clock: 'Jam',
      clients: 'Client',
    },
    noCalls: 'Belum ada panggilan. Buat panggilan demo, atau kirim dari program Anda.',
    callsHint: 'Terbaru di atas; sandbox menyimpan 200 terakhir dan menyamarkan kredensial.',
    reason: 'Alasan penolakan',
    fault: 'Gangguan yang dimainkan',
    source: 'Asal kata-kata jawaban',
    noAnswer: 'tanpa jawaban',
    request: 'Request',
    response: 'Response',
    headers: 'Header',
    body: 'Body',
    noTransactions: 'Belum ada transaksi. Buat QRIS, virtual account, atau transfer.',
    actionsHint: 'Aksi adalah apa yang dilakukan pembayar, bank, atau waktu.',
    done: (action, reference, state) => `${action}: ${reference} sekarang ${state}.`,
    columns: {
      kind: 'Jenis',
      reference: 'Referensi',
      amount: 'Nominal',
      state: 'Keadaan',
      actions: 'Aksi',
    },
    refunded: (amount) => `${amount} dikembalikan`,
    noActions: 'tidak ada sekarang',
    faultKind: 'Gangguan',
    kinds: {
      unavailable: 'unavailable: 503, coba lagi nanti',
      'gateway-timeout': 'gateway-timeout: 504 dari gateway',
      html: 'html: 502 berisi halaman',
      'html-200': 'html-200: halaman pemeliharaan dengan 200',
      truncated: 'truncated: jawaban terpotong',
      'empty-token': 'empty-token: token kosong',
      redirect: 'redirect: 302 ke tempat lain',
      oversized: 'oversized: 10 MB',
      endless: 'endless: jawaban tanpa akhir',
      reset: 'reset: koneksi diputus',
      hang: 'hang: tidak dijawab sama sekali',
    },
    path: 'Hanya bila path berakhir dengan',
    pathHint: 'Misalnya /qr/qr-mpm-refund; kosong: semua panggilan, termasuk permintaan token.',
    pathProblem: 'Path diawali garis miring.',
    times: 'Berapa kali',
    timesHint: 'Kosong: sampai dicabut.',
    timesProblem: 'Bilangan bulat di atas 0, atau kosong.',
    after: 'Layanan bekerja dulu; hanya jawabannya yang hilang',
    addFault: 'Tambah',
    setFaults: 'Dipasang dari sini',
    noFaults: 'Belum ada yang dipasang dari sini.',
    faultsHint:
      'Dimainkan berurutan. Setiap perubahan memasang ulang semuanya, dan hitungannya mulai dari awal.',
    faultLine: ({ kind, times, path, after }) =>
      [
        kind,
        times === undefined ? 'sampai dicabut' : `${times} kali`,
        path === undefined ? 'pada semua panggilan' : `bila path berakhir dengan ${path}`,
        ...(after ? ['setelah pekerjaannya selesai'] : []),
      ].join(', '),
    remove: 'Hapus',
    takeAway: 'Cabut semua',
    faultsSet: 'Sandbox sudah menerima gangguannya.',
    now: 'Jam sandbox',
    unknownClock:
      'Tidak diketahui dari sini: setelan dari tempat lain tidak bisa ditanyakan. Setel dulu, baru diketahui.',
    real: 'sama dengan jam sebenarnya',
    shifted: (offset) => `digeser ${offset}`,
    stopped: 'dihentikan',
    offset: 'Geser sebanyak',
    offsetHint: 'Misalnya 7h, -90s, 1h 30m. Angka saja berarti detik.',
    offsetProblem: 'Angka dengan ms, s, m, h, atau d, misalnya -7h.',
    shift: 'Geser',
    moment: 'Hentikan pada',
    momentHint: 'Dengan zona waktunya: 2026-11-22T10:00:00+07:00.',
    momentProblem: 'Waktu lengkap dengan zonanya, misalnya 2026-11-22T10:00:00+07:00.',
    stop: 'Hentikan di situ',
    stopNow: 'Hentikan sekarang',
    putRight: 'Kembali ke sekarang',
    clientsHint:
      'Daftarkan client seperti di portal provider. Isian yang berlaku tergantung providernya; kosongkan yang lain.',
    fields: {
      clientId: 'Client id',
      clientSecret: 'Client secret',
      publicKey: 'Kunci publik (PEM)',
      apiKey: 'API key',
      apiSecret: 'API secret',
      partnerId: 'Partner id',
      staticKey: 'Static key',
      organizationName: 'Nama organisasi',
    },
    letIn: 'Daftarkan',
    wasLetIn: (clientId) => `${clientId} sudah terdaftar.`,
    fingerprint: 'Fingerprint kunci publiknya:',
    startOver: 'Mulai dari awal',
  },
}
