/** What the first page says. */
export interface HomeWords {
  readonly title: string
  readonly lead: string
  readonly actions: readonly Action[]
  readonly live: string
  readonly doors: { readonly title: string; readonly lead: string; readonly all: readonly DoorWords[] }
  readonly seen: { readonly title: string; readonly lead: string; readonly rows: readonly Symptom[] }
  readonly tools: { readonly title: string; readonly lead: string; readonly cards: readonly Card[] }
  readonly packages: { readonly title: string; readonly lead: string; readonly cards: readonly Card[] }
  readonly promises: {
    readonly title: string
    readonly all: readonly { readonly name: string; readonly text: string }[]
  }
}

export interface Action {
  readonly text: string
  readonly page: string
}

export interface DoorWords {
  readonly name: string
  readonly providers: string
  readonly steps: readonly { readonly text: string; readonly code: string }[]
  readonly page: string
  readonly link: string
}

/** What somebody sees, and where to go with it. */
export interface Symptom {
  readonly seen: string
  readonly means: string
  readonly page: string
}

export interface Card {
  readonly name: string
  readonly text: string
  readonly page: string
}

const packagePages = {
  signer: 'packages/snap-signature',
  oauth: 'packages/oauth-basic',
  cache: 'packages/token-cache',
  providers: 'packages/providers',
  sandbox: 'packages/sandbox',
} as const

const snapSteps = [
  'SHA256withRSA(clientId|timestamp)',
  'POST /v1.0/access-token/b2b',
  'HMAC-SHA512(METHOD:path:token:sha256(body):timestamp)',
] as const
const oauthSteps = [
  'Authorization: Basic base64(id:secret)',
  'grant_type=client_credentials',
  'access_token',
] as const

export const english: HomeWords = {
  title: 'A 4017300 on the other screen?',
  lead: 'SNAP BI and OAuth 2.0 for Indonesian banks and payment companies. Small TypeScript packages that sign what they send, a sandbox that says why it refused, and a page where you can try both without handing out a secret.',
  actions: [
    { text: 'Ten-minute start', page: 'start' },
    { text: 'Look up a code', page: 'playground/response-codes' },
    { text: 'Try a signature', page: 'playground/sign-and-verify' },
  ],
  live: 'Working right now, in this page',
  doors: {
    title: 'Two doors',
    lead: 'A provider lets your server in by one of two doors. Find yours: everything else follows from it.',
    all: [
      {
        name: 'SNAP BI',
        providers: 'NICEPAY, BNI SNAP, DANA, and most banks',
        steps: [
          { text: 'Sign your client id and the time with your RSA key', code: snapSteps[0] },
          { text: 'Get a B2B access token, mostly for 15 minutes (DANA has none)', code: snapSteps[1] },
          { text: 'Sign every call, with the token in it', code: snapSteps[2] },
        ],
        page: 'which-signature',
        link: 'Which signature am I looking at?',
      },
      {
        name: 'OAuth 2.0 with HTTP Basic',
        providers: 'BNI, Permata, and older bank APIs',
        steps: [
          { text: 'Send client id and client secret, once', code: oauthSteps[0] },
          { text: 'Get an access token: it lives for about an hour', code: oauthSteps[1] },
          { text: 'Send it with every call, as the bank wants it', code: oauthSteps[2] },
        ],
        page: 'providers/bni',
        link: 'The guide to BNI',
      },
    ],
  },
  seen: {
    title: 'What do you see?',
    lead: 'Most lost days begin with one of these.',
    rows: [
      {
        seen: '4017300 Unauthorized. [Signature]',
        means: 'wrong key pair, or another string was signed',
        page: 'playground/get-a-token',
      },
      {
        seen: '401xx00, and Postman works',
        means: 'the bytes signed are not the bytes sent',
        page: 'mistakes',
      },
      {
        seen: '4007301 Invalid Field Format [X-TIMESTAMP]',
        means: 'a wrong form, or seven hours off',
        page: 'playground/timestamp',
      },
      {
        seen: '4017300 [Connection not allowed]',
        means: 'your IP is not on the list: no signature problem',
        page: 'edge',
      },
      {
        seen: 'DECODER routines::unsupported',
        means: 'a key that lost its line breaks',
        page: 'playground/keys',
      },
      {
        seen: '401xx01 Invalid Token, then fine',
        means: 'an expired token in a cache',
        page: 'playground/token-cache',
      },
      { seen: 'A timeout on a transfer', means: 'unknown: ask, never send again', page: 'replies' },
    ],
  },
  tools: {
    title: 'Playground',
    lead: 'Everything happens in your browser. Nothing is sent, nothing is stored, no link holds what you typed.',
    cards: [
      {
        name: 'Get a token',
        text: 'Step by step at four providers, with the wrong turns.',
        page: 'playground/get-a-token',
      },
      {
        name: 'Sign and verify',
        text: 'The string to sign as you type; curl and TypeScript to paste.',
        page: 'playground/sign-and-verify',
      },
      {
        name: 'Call a service',
        text: 'A QRIS made, paid, refunded; and a connection that breaks.',
        page: 'playground/call-a-service',
      },
      {
        name: 'Keys',
        text: 'What is this file? Its kind, its fingerprint, its repair.',
        page: 'playground/keys',
      },
      {
        name: 'Response codes',
        text: 'By code or by words, in both languages.',
        page: 'playground/response-codes',
      },
      { name: 'Timestamp lens', text: 'The seven-hour mistakes, named.', page: 'playground/timestamp' },
      {
        name: 'Token cache, seen',
        text: 'Several processes, one token, a killed leader.',
        page: 'playground/token-cache',
      },
      { name: 'Sandbox console', text: 'Recorded calls, faults and the clock.', page: 'playground/sandbox' },
    ],
  },
  packages: {
    title: 'Five packages, each on its own',
    lead: 'Take the signer alone, or whole providers. No framework, nearly no dependencies.',
    cards: [
      {
        name: '@x/snap-signature',
        text: 'Signs and verifies SNAP requests, reads RSA keys in any shape.',
        page: packagePages.signer,
      },
      {
        name: '@x/oauth-basic',
        text: 'Asks for a token with client_credentials and HTTP Basic.',
        page: packagePages.oauth,
      },
      {
        name: '@x/token-cache',
        text: 'Keeps one valid token for a process or a fleet.',
        page: packagePages.cache,
      },
      { name: '@x/providers', text: 'NICEPAY, BNI, DANA, Permata, and yours.', page: packagePages.providers },
      { name: '@x/sandbox', text: 'The providers’ servers, on your machine.', page: packagePages.sandbox },
    ],
  },
  promises: {
    title: 'What you can rely on',
    all: [
      {
        name: 'No payment is repeated on a guess',
        text: 'What is thrown was certainly not executed. What is returned may have been, and says how to find out.',
      },
      {
        name: 'You sign the bytes you send',
        text: 'A body is serialised once; what was hashed goes out, byte for byte.',
      },
      { name: 'No secret leaves', text: 'Not in an error, a log, an event or a URL that is shown.' },
      {
        name: 'Shown, not promised',
        text: 'Vectors from the standard, openssl and PHP; every figure measured; every example run.',
      },
    ],
  },
}

export const indonesian: HomeWords = {
  title: 'Ada 4017300 di layar sebelah?',
  lead: 'SNAP BI dan OAuth 2.0 untuk bank dan perusahaan pembayaran Indonesia. Paket TypeScript kecil yang menandatangani persis apa yang dikirim, sandbox yang menjelaskan alasan penolakannya, dan halaman untuk mencoba keduanya tanpa menyerahkan secret.',
  actions: [
    { text: 'Mulai dalam sepuluh menit', page: 'start' },
    { text: 'Cari arti kode', page: 'playground/response-codes' },
    { text: 'Coba signature', page: 'playground/sign-and-verify' },
  ],
  live: 'Sedang bekerja, di halaman ini',
  doors: {
    title: 'Dua pintu',
    lead: 'Provider membuka pintu bagi server Anda dengan salah satu dari dua cara. Temukan pintu Anda; selebihnya mengikuti.',
    all: [
      {
        name: 'SNAP BI',
        providers: 'NICEPAY, BNI SNAP, DANA, dan sebagian besar bank',
        steps: [
          { text: 'Tanda tangani client id dan waktu dengan kunci RSA Anda', code: snapSteps[0] },
          { text: 'Ambil B2B access token, umumnya untuk 15 menit (DANA tanpa token)', code: snapSteps[1] },
          { text: 'Tanda tangani setiap panggilan, dengan token di dalamnya', code: snapSteps[2] },
        ],
        page: 'which-signature',
        link: 'Signature apa yang sedang saya lihat?',
      },
      {
        name: 'OAuth 2.0 dengan HTTP Basic',
        providers: 'BNI, Permata, dan API bank yang lebih lama',
        steps: [
          { text: 'Kirim client id dan client secret, satu kali', code: oauthSteps[0] },
          { text: 'Ambil access token: berlaku sekitar satu jam', code: oauthSteps[1] },
          { text: 'Sertakan di setiap panggilan, sesuai cara bank itu', code: oauthSteps[2] },
        ],
        page: 'providers/bni',
        link: 'Panduan BNI',
      },
    ],
  },
  seen: {
    title: 'Apa yang Anda lihat?',
    lead: 'Kebanyakan hari yang hilang berawal dari salah satu ini.',
    rows: [
      {
        seen: '4017300 Unauthorized. [Signature]',
        means: 'pasangan kunci salah, atau string lain yang ditandatangani',
        page: 'playground/get-a-token',
      },
      {
        seen: '401xx00, padahal Postman berhasil',
        means: 'byte yang ditandatangani bukan byte yang dikirim',
        page: 'mistakes',
      },
      {
        seen: '4007301 Invalid Field Format [X-TIMESTAMP]',
        means: 'bentuknya salah, atau meleset tujuh jam',
        page: 'playground/timestamp',
      },
      {
        seen: '4017300 [Connection not allowed]',
        means: 'IP Anda belum didaftarkan: bukan masalah signature',
        page: 'edge',
      },
      {
        seen: 'DECODER routines::unsupported',
        means: 'kunci yang kehilangan ganti barisnya',
        page: 'playground/keys',
      },
      {
        seen: '401xx01 Invalid Token, lalu normal lagi',
        means: 'token kedaluwarsa di dalam cache',
        page: 'playground/token-cache',
      },
      {
        seen: 'Timeout saat transfer',
        means: 'tidak diketahui: tanyakan, jangan kirim ulang',
        page: 'replies',
      },
    ],
  },
  tools: {
    title: 'Playground',
    lead: 'Semuanya terjadi di browser Anda. Tidak ada yang dikirim, tidak ada yang disimpan, tidak ada tautan yang memuat isian Anda.',
    cards: [
      {
        name: 'Ambil token',
        text: 'Langkah demi langkah di empat provider, termasuk salah jalannya.',
        page: 'playground/get-a-token',
      },
      {
        name: 'Tanda tangani dan verifikasi',
        text: 'String to sign saat Anda mengetik; curl dan TypeScript siap tempel.',
        page: 'playground/sign-and-verify',
      },
      {
        name: 'Panggil layanan',
        text: 'QRIS dibuat, dibayar, dikembalikan; dan koneksi yang putus.',
        page: 'playground/call-a-service',
      },
      {
        name: 'Kunci',
        text: 'File apa ini? Jenis, fingerprint, dan perbaikannya.',
        page: 'playground/keys',
      },
      {
        name: 'Kode respons',
        text: 'Cari lewat kode atau kata, dalam dua bahasa.',
        page: 'playground/response-codes',
      },
      { name: 'Lensa timestamp', text: 'Kesalahan tujuh jam, dengan namanya.', page: 'playground/timestamp' },
      {
        name: 'Cache token, terlihat',
        text: 'Beberapa proses, satu token, leader yang mati.',
        page: 'playground/token-cache',
      },
      {
        name: 'Konsol sandbox',
        text: 'Panggilan yang tercatat, gangguan, dan jam.',
        page: 'playground/sandbox',
      },
    ],
  },
  packages: {
    title: 'Lima paket, masing-masing berdiri sendiri',
    lead: 'Ambil penanda tangannya saja, atau provider lengkap. Tanpa framework, nyaris tanpa dependensi.',
    cards: [
      {
        name: '@x/snap-signature',
        text: 'Menandatangani dan memverifikasi permintaan SNAP, membaca kunci RSA dalam bentuk apa pun.',
        page: packagePages.signer,
      },
      {
        name: '@x/oauth-basic',
        text: 'Meminta token dengan client_credentials dan HTTP Basic.',
        page: packagePages.oauth,
      },
      {
        name: '@x/token-cache',
        text: 'Menjaga satu token yang berlaku untuk satu proses atau banyak proses.',
        page: packagePages.cache,
      },
      {
        name: '@x/providers',
        text: 'NICEPAY, BNI, DANA, Permata, dan milik Anda.',
        page: packagePages.providers,
      },
      { name: '@x/sandbox', text: 'Server para provider, di mesin Anda.', page: packagePages.sandbox },
    ],
  },
  promises: {
    title: 'Yang dapat Anda andalkan',
    all: [
      {
        name: 'Pembayaran tidak diulang berdasarkan dugaan',
        text: 'Yang dilempar sebagai error pasti tidak dijalankan. Yang dikembalikan mungkin sudah, beserta cara memastikannya.',
      },
      {
        name: 'Anda menandatangani byte yang Anda kirim',
        text: 'Body diserialisasi satu kali; yang di-hash itulah yang dikirim, byte demi byte.',
      },
      {
        name: 'Tidak ada secret yang keluar',
        text: 'Tidak di error, log, event, atau URL yang ditampilkan.',
      },
      {
        name: 'Ditunjukkan, bukan dijanjikan',
        text: 'Vektor dari standar, openssl, dan PHP; setiap angka diukur; setiap contoh dijalankan.',
      },
    ],
  },
}
