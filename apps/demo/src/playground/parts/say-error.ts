import {
  type BodyProblem,
  type JwkProblem,
  type KeyCipherProblem,
  type KeyProblem,
  type KeyPurposeField,
  type SecretProblem,
  type SignatureProblem,
  type SignerProblem,
  SnapSignatureError,
  type SnapSignatureErrorCode,
  type SnapSignatureErrorDetails,
  type TimestampProblem,
} from '@x/snap-signature'
import type { Spoken } from './spoken.js'

const bodies: Readonly<Record<BodyProblem, string>> = {
  'unterminated-string':
    'Ada string di body yang tidak ditutup. Tanda tangani body utuh, persis seperti yang dikirim.',
  'lone-surrogate':
    'Body memuat setengah karakter (surrogate tunggal): teksnya terpotong di tengah karakter.',
  'byte-order-mark': 'Body diawali byte order mark. Hapus, lalu kirim sisanya.',
  'not-utf-8': 'Body bukan UTF-8. Encode sebagai UTF-8, lalu kirim hasilnya.',
  'too-long': 'Body lebih dari 128 MiB.',
}

const secrets: Readonly<Record<SecretProblem, string>> = {
  empty: 'Client secret kosong. Apakah variabel atau filenya sudah diisi?',
  'private-key': 'Ini kunci PEM, bukan client secret. Tempel teks yang diberikan provider.',
  'surrounding-space': 'Client secret diawali atau diakhiri spasi atau ganti baris. Hapus.',
  quoted: 'Client secret masih di dalam tanda kutip. Hapus tanda kutipnya.',
  'control-character':
    'Client secret memuat karakter yang tidak terlihat, misalnya ganti baris. Salin sekali lagi.',
  'lone-surrogate': 'Client secret memuat setengah karakter (surrogate tunggal). Salin sekali lagi.',
  'not-utf-8': 'Client secret bukan UTF-8. Pakai teks yang diberikan provider.',
}

const timestamps: Readonly<Record<TimestampProblem, string>> = {
  'surrounding-space': 'hapus spasi di awal atau di akhirnya',
  'epoch-number': 'ini hanya angka; tulis tanggal dan jam',
  'date-without-dashes': 'tulis tanggal dengan tanda hubung, yyyy-MM-dd',
  'space-for-t': 'pisahkan tanggal dan jam dengan huruf T',
  'lower-case': 'tulis T dan Z dengan huruf besar',
  'twelve-hour-clock': 'pakai jam 24, tanpa AM atau PM',
  'offset-missing': 'offset tidak ada; akhiri dengan +07:00 atau Z',
  'offset-without-colon': 'offset perlu titik dua: +07:00, bukan +0700',
  'offset-without-minutes': 'offset perlu menitnya: +07:00, bukan +07',
  'offset-after-t': 'tidak ada huruf T sebelum offset',
  'offset-out-of-range': 'offset harus di antara -12:00 dan +14:00',
  'milliseconds-not-three-digits': 'milidetik ditulis dengan titik dan tepat tiga angka',
  'seconds-missing': 'detiknya tidak ada',
  'no-such-time': 'tanggal atau jam ini tidak ada',
  layout: 'bentuk teks ini lain sama sekali',
}

const keys: Readonly<Record<KeyProblem, string>> = {
  empty: 'Kuncinya kosong. Periksa apakah environment variable atau filenya sudah diisi.',
  'too-long': 'Teks ini lebih panjang dari kunci RSA mana pun. Tempel satu kunci saja.',
  'too-short':
    'Nilai ini terlalu pendek untuk kunci RSA; secret dan nilai contoh biasanya sependek ini. Buat kunci dengan: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem',
  'file-path': 'Ini path sebuah file, bukan kunci. Tempel isi filenya.',
  openssh: 'Kunci ini berformat OpenSSH. Ubah dengan: ssh-keygen -p -m PKCS8 -f <file>',
  pkcs12:
    'Ini file PKCS#12. Keluarkan kunci privatnya dengan: openssl pkcs12 -in <file> -nocerts -nodes; atau sertifikatnya dengan: openssl pkcs12 -in <file> -clcerts -nokeys',
  'several-keys': 'Ada beberapa blok PEM di teks ini. Tempel satu blok saja, yaitu kunci yang dimaksud.',
  'not-base64':
    'Kunci ini memuat karakter di luar base64. Salin sekali lagi, dari baris -----BEGIN sampai baris -----END.',
  'not-a-key':
    'Isinya bukan kunci RSA dalam bentuk PKCS#1, PKCS#8, atau SubjectPublicKeyInfo. Periksa apakah filenya benar.',
  'trailing-bytes': 'Ada byte tersisa setelah akhir kunci. Tempel satu kunci saja.',
  'inconsistent-numbers':
    'Angka-angka di dalam kunci tidak saling cocok: kunci rusak di perjalanan. Salin lagi dari asalnya.',
}

const ciphers: Readonly<Record<KeyCipherProblem, string>> = {
  'unknown-scheme': 'Kunci ini dienkripsi dengan skema lama atau tidak dikenal.',
  'unknown-derivation': 'Kunci ini dienkripsi dengan turunan kunci selain PBKDF2 dengan HMAC dan SHA.',
  'unknown-cipher': 'Kunci ini dienkripsi dengan cipher selain AES atau triple DES mode CBC.',
  'too-many-iterations': 'Kunci ini meminta lebih dari 10.000.000 iterasi untuk passphrase-nya.',
  'bad-parameters': 'Salt, vektor, atau panjang di enkripsi kunci ini tidak sesuai skemanya.',
  runtime: 'Runtime ini tidak bisa membuka kunci dengan skema ini.',
}

const jwks: Readonly<Record<JwkProblem, string>> = {
  'not-json': 'Teks ini diawali seperti JSON Web Key, tetapi bukan JSON. Salin sekali lagi, utuh.',
  'key-set': 'Ini sekumpulan kunci. Ambil satu kunci yang dimaksud dari "keys".',
  missing: 'tidak ada di JSON Web Key ini. Kunci privat perlu kty, n, e, d, p, q, dp, dq, dan qi.',
  'not-text': 'di JSON Web Key ini bukan teks.',
  'not-base64url': 'di JSON Web Key ini bukan base64url tanpa padding.',
  'more-than-two-primes': 'JSON Web Key ini punya lebih dari dua bilangan prima (oth); runtime menolaknya.',
}

const purposes: Readonly<Record<KeyPurposeField, string>> = {
  alg: 'harus RS256 atau tidak ada',
  use: 'harus sig atau tidak ada',
  key_ops: 'harus mengizinkan tanda tangan (kunci privat) atau verifikasi (kunci publik), atau tidak ada',
  algorithm: 'harus RSASSA-PKCS1-v1_5',
  hash: 'harus SHA-256',
  usages: 'harus mengizinkan tanda tangan (kunci privat) atau verifikasi (kunci publik)',
}

const signatures: Readonly<Record<SignatureProblem, string>> = {
  'unsignable-value':
    'Salah satu nilai memuat sesuatu yang tidak mungkin ditandatangani pengirim mana pun. Isi persis seperti yang diterima: path dengan query-nya, token tanpa "Bearer", body mentah.',
  'not-canonical-encoding':
    'Signature tidak ditulis dalam encoding yang dipilih: base64 dengan padding, atau hex huruf kecil.',
  'wrong-length':
    'Panjang signature tidak cocok dengan algoritma dan kunci ini. Apakah pengirimnya memakai HMAC atau RSA, dan kunci siapa yang dipakai di sini?',
  mismatch:
    'Signature ini milik request lain, atau dibuat dengan kunci lain. Bandingkan string to sign dengan milik pengirim: body mentah, path dengan query-nya, token, X-TIMESTAMP; lalu secret atau fingerprint kuncinya.',
}

const signers: Readonly<Record<SignerProblem, string>> = {
  'not-bytes': 'Fungsi signer tidak mengembalikan byte.',
  'too-short': 'Fungsi signer mengembalikan byte yang terlalu sedikit untuk signature RSA.',
  'too-long': 'Fungsi signer mengembalikan byte yang terlalu banyak untuk signature RSA.',
  text: 'Fungsi signer mengembalikan teks. Decode dulu base64 atau hex-nya.',
}

const owners = { private: 'kunci privat', public: 'kunci publik', certificate: 'sertifikat' } as const

const indonesian: {
  readonly [Code in SnapSignatureErrorCode]: (detail: SnapSignatureErrorDetails[Code]) => string
} = {
  ERR_SNAP_TIMESTAMP: ({ problem }) =>
    `Bentuk timestamp seharusnya 2020-12-17T10:55:00+07:00; ${timestamps[problem]}.`,
  ERR_SNAP_BODY: ({ problem }) => bodies[problem],
  ERR_SNAP_SECRET: ({ problem }) => secrets[problem],
  ERR_SNAP_SIGNER: ({ problem }) => signers[problem],
  ERR_SNAP_SIGNATURE_MISMATCH: ({ problem }) => signatures[problem],
  ERR_SNAP_KEY_UNREADABLE: ({ problem }) => keys[problem],
  ERR_SNAP_KEY_TRUNCATED: ({ actualBytes, expectedBytes }) =>
    `Kunci terpotong${expectedBytes === undefined ? '' : ` (${actualBytes} dari ${expectedBytes} byte yang sampai)`}. File .env sering hanya menyimpan baris pertama: tulis ganti baris sebagai \\n.`,
  ERR_SNAP_KEY_WRONG_KIND: ({ expected, actual }) =>
    `Ini ${owners[actual]}, padahal yang diperlukan ${owners[expected]}.`,
  ERR_SNAP_KEY_NOT_RSA: ({ algorithm }) =>
    `Kunci ini untuk ${algorithm === 'unknown' ? 'algoritma lain' : algorithm}, padahal yang diperlukan kunci RSA biasa. Buat pasangan baru dengan: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem`,
  ERR_SNAP_KEY_ENCRYPTED: () =>
    'Kunci privat ini terenkripsi. Buka dengan importEncryptedPrivateKey dan passphrase-nya, atau dengan: openssl pkey -in <file> -out decrypted.pem',
  ERR_SNAP_KEY_NOT_ENCRYPTED: () =>
    'Kunci privat ini tidak terenkripsi dan tidak punya passphrase. Pakai importPrivateKey.',
  ERR_SNAP_KEY_CIPHER: ({ problem }) =>
    `${ciphers[problem]} Enkripsi ulang dengan: openssl pkey -in <file> -aes256 -out converted.pem`,
  ERR_SNAP_KEY_PASSPHRASE: () =>
    'Passphrase ini tidak membuka kuncinya, atau kuncinya rusak. Passphrase dari file kadang berakhir dengan ganti baris.',
  ERR_SNAP_KEY_JWK: ({ problem, member }) =>
    member === undefined ? jwks[problem] : `"${member}" ${jwks[problem]}`,
  ERR_SNAP_KEY_WRONG_PURPOSE: ({ field }) =>
    `Kunci RSA ini dibuat untuk keperluan lain: "${field}" ${purposes[field]}.`,
  ERR_SNAP_KEY_TOO_SMALL: ({ bits, minimumBits }) =>
    `Kunci ini ${bits} bit, sedangkan minimal ${minimumBits} bit. Buat pasangan baru dengan: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${minimumBits} -out private.pem`,
  ERR_SNAP_KEY_REJECTED: ({ kind }) =>
    `Kriptografi browser ini menolak ${owners[kind]} tersebut, walaupun strukturnya benar. Buat pasangan baru dengan: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem`,
}

/** The signer's own sentence, which holds no part of the input, and the same in Indonesian. */
export const sayError = (error: unknown): Spoken => {
  if (!(error instanceof SnapSignatureError)) throw error
  return { english: error.message, indonesian: inIndonesian(error) }
}

const inIndonesian = <Code extends SnapSignatureErrorCode>({
  code,
  detail,
}: {
  readonly code: Code
  readonly detail: SnapSignatureErrorDetails[Code]
}): string => indonesian[code](detail)
