/** What to do next, in English and Indonesian. */
export type NextStep = readonly [english: string, indonesian: string]

/** What a code says, in English and Indonesian, and what to do next. */
export type SnapCode = readonly [english: string, indonesian: string, next: NextStep]

const final: NextStep = ['This is final.', 'Hasil ini sudah final.']
const fix: NextStep = ['Correct the request.', 'Perbaiki permintaan.']
const inquire: NextStep = ['Ask for the status; do not send again.', 'Cek status; jangan kirim ulang.']
const lost: NextStep = [
  'The outcome is unknown: ask for the status.',
  'Hasilnya belum diketahui: cek status.',
]
const newToken: NextStep = ['Get a new token, try once more.', 'Minta token baru, coba sekali lagi.']
const customer: NextStep = ['The customer must act.', 'Perlu tindakan dari nasabah.']
const readBody: NextStep = ['The body says if it is final.', 'Body respons menunjukkan apakah sudah final.']
const check: NextStep = [
  'Check signature, client, clock and IP address.',
  'Periksa signature, client, jam server, dan alamat IP.',
]
const newConsent: NextStep = [
  'Renew it or ask for consent again.',
  'Perbarui tokennya atau minta persetujuan lagi.',
]
const link: NextStep = ['The customer must link the account.', 'Nasabah harus menghubungkan akunnya.']
const later: NextStep = ['Ask again later, as a new request.', 'Ajukan lagi nanti sebagai permintaan baru.']
const newOtp: NextStep = ['Ask for a new OTP.', 'Minta OTP baru.']
const askAgain: NextStep = ['Ask again before sending anew.', 'Cek lagi sebelum mengirim ulang.']
const paid: NextStep = ['Do not pay again.', 'Jangan bayar lagi.']
const askFirst: NextStep = ['Ask what became of the first request.', 'Cek dulu hasil permintaan pertama.']
const wait: NextStep = ['Wait, then send less often.', 'Tunggu, lalu kirim lebih jarang.']
const makeSure: NextStep = ['Ask for the status to be sure.', 'Cek status untuk memastikan.']
const otp: NextStep = ['Go on with the OTP.', 'Lanjutkan proses OTP.']

/**
 * Every response code of the standard. The key is HTTP status and case; between them stands the service.
 *
 * @see ASPI, SNAP API portal, response codes, alike on all service pages (read June 2025); what to do next is ours
 */
export const snapCodes: Readonly<Record<string, SnapCode>> = {
  20000: ['Successful', 'Berhasil', readBody],
  20200: ['In progress', 'Sedang diproses', inquire],
  40000: ['Invalid request', 'Permintaan tidak valid', fix],
  40001: ['Invalid field format', 'Format field tidak valid', fix],
  40002: ['Missing or invalid mandatory field', 'Field wajib kosong atau tidak valid', fix],
  40100: ['Unauthorized', 'Akses ditolak', check],
  40101: ['Invalid access token', 'Access token tidak valid', newToken],
  40102: ['Invalid customer token', 'Customer token tidak valid', newConsent],
  40103: ['Access token not found', 'Access token tidak ditemukan', newToken],
  40104: ['Customer token not found', 'Customer token tidak ditemukan', link],
  40300: ['Transaction expired', 'Transaksi kedaluwarsa', final],
  40301: ['Feature not allowed', 'Fitur tidak diizinkan', final],
  40302: ['Transaction amount limit exceeded', 'Nominal melebihi limit transaksi', final],
  40303: ['Suspected fraud', 'Terindikasi fraud', final],
  40304: ['Activity count limit exceeded', 'Jumlah aktivitas melebihi limit', final],
  40305: ['Declined by the bank or issuer', 'Ditolak oleh bank atau penerbit', final],
  40306: ['Feature not allowed at this time', 'Fitur tidak diizinkan saat ini', later],
  40307: ['Card blocked', 'Kartu diblokir', final],
  40308: ['Card expired', 'Kartu kedaluwarsa', final],
  40309: ['Dormant account', 'Rekening dormant', final],
  40310: ['Token limit must be set', 'Limit token harus diatur', customer],
  40311: ['OTP blocked', 'OTP diblokir', customer],
  40312: ['OTP expired', 'OTP kedaluwarsa', newOtp],
  40313: ['OTP sent to the cardholder', 'OTP sudah dikirim ke pemegang kartu', otp],
  40314: ['Insufficient funds', 'Saldo tidak cukup', final],
  40315: ['Transaction not permitted', 'Transaksi tidak diizinkan', final],
  40316: ['Transaction suspended', 'Transaksi ditangguhkan', final],
  40317: ['Token limit exceeded', 'Limit token terlampaui', final],
  40318: ['Inactive card, account or customer', 'Kartu, rekening, atau nasabah tidak aktif', final],
  40319: ['Merchant blacklisted', 'Merchant masuk daftar hitam', final],
  40320: ['Merchant limit exceeded', 'Limit merchant terlampaui', final],
  40321: ['Setting the limit not allowed', 'Pengaturan limit tidak diizinkan', final],
  40322: ['Invalid token limit', 'Limit token tidak valid', final],
  40323: ['Account limit exceeded', 'Limit rekening terlampaui', final],
  40400: ['Invalid transaction status', 'Status transaksi tidak valid', final],
  40401: ['Transaction not found', 'Transaksi tidak ditemukan', askAgain],
  40402: ['Invalid routing', 'Routing tidak valid', final],
  40403: ['Bank not supported by the switch', 'Bank tidak didukung oleh switch', final],
  40404: ['Transaction cancelled', 'Transaksi dibatalkan', final],
  40405: [
    'Merchant not registered for card registration',
    'Merchant tidak terdaftar untuk registrasi kartu',
    final,
  ],
  40406: ['OTP must be requested', 'OTP harus diminta', otp],
  40407: ['Journey not found', 'Journey tidak ditemukan', final],
  40408: ['Invalid merchant', 'Merchant tidak valid', final],
  40409: ['Issuer not found', 'Penerbit tidak ditemukan', final],
  40410: ['Wrong order of calls', 'Urutan pemanggilan API salah', fix],
  40411: [
    'Invalid card, account, customer or virtual account',
    'Kartu, rekening, nasabah, atau virtual account tidak valid',
    final,
  ],
  40412: ['Invalid bill or virtual account', 'Tagihan atau virtual account tidak valid', final],
  40413: ['Invalid amount', 'Nominal tidak valid', final],
  40414: ['Bill already paid', 'Tagihan sudah dibayar', paid],
  40415: ['Invalid OTP', 'OTP salah', customer],
  40416: ['Partner not found', 'Partner tidak ditemukan', final],
  40417: ['Invalid terminal', 'Terminal tidak valid', final],
  40418: ['Inconsistent request', 'Permintaan tidak konsisten', lost],
  40419: ['Bill or virtual account expired', 'Tagihan atau virtual account kedaluwarsa', final],
  40500: ['Function not supported', 'Fungsi tidak didukung', final],
  40501: ['Operation not allowed', 'Operasi tidak diizinkan', final],
  40900: ['X-EXTERNAL-ID already used today', 'X-EXTERNAL-ID sudah dipakai hari ini', askFirst],
  40901: ['partnerReferenceNo already used', 'partnerReferenceNo sudah pernah dipakai', inquire],
  42900: ['Too many requests', 'Terlalu banyak permintaan', wait],
  50000: ['General error', 'Kesalahan umum', lost],
  50001: ['Internal server error', 'Kesalahan server internal', lost],
  50002: ['External server error', 'Kesalahan server eksternal', lost],
  50400: ['Timeout', 'Waktu tunggu habis', lost],
}

/** 404xx18 by service: what the standard takes for the repeat of a done operation, and what for a failure. */
export const inconsistentRequests: readonly {
  readonly services: readonly string[]
  readonly meaning: SnapCode
}[] = [
  {
    // Transfers, payments to a virtual account, refunds, void.
    services: ['17', '18', '22', '23', '25', '33', '58', '67', '69', '78', '80'],
    meaning: [
      'Inconsistent request, maybe a repeat of a done operation',
      'Permintaan tidak konsisten, mungkin pengulangan operasi yang sudah dijalankan',
      inquire,
    ],
  },
  {
    // Transfer to OTC, direct debit, QR CPM payment, auth payment, capture.
    services: ['44', '54', '60', '63', '65'],
    meaning: [
      'Inconsistent request, a failure by the standard',
      'Permintaan tidak konsisten, menurut standar berarti gagal',
      makeSure,
    ],
  },
]
