import type { ExampleName } from './examples.js'
import type { FindingName } from './findings.js'

/** What a finding is called, and why it is refused or happens. */
type Findings = Readonly<Record<FindingName, readonly [title: string, why: string]>>

const english: Findings = {
  'surrounding-space': ['Space around it', 'A header loses it, the string to sign does not.'],
  'epoch-number': ['A number since 1970', 'SNAP wants a date and a time (ISO 8601).'],
  'date-without-dashes': ['A date without dashes', 'ISO 8601 knows this form; SNAP does not take it.'],
  'space-for-t': ['A space for the T', 'The way of databases. A capital T stands between date and time.'],
  'lower-case': ['Small letters', 'T and Z are capital letters.'],
  'twelve-hour-clock': ['AM or PM', 'The clock has 24 hours here.'],
  'offset-missing': [
    'No offset',
    'Without one, it names no moment. Read here as Jakarta time, which is a guess.',
  ],
  'offset-without-colon': ['+0700 without a colon', 'ISO 8601 knows both; SNAP writes +07:00.'],
  'offset-without-minutes': ['+07 without minutes', 'The offset needs its minutes: +07:00.'],
  'offset-after-t': [
    'A T before the offset',
    '“TZD” on a page of the provider stands for the time zone; the T is no letter to be written.',
  ],
  'offset-out-of-range': [
    'An offset that no zone has',
    'Offsets lie between -12:00 and +14:00, and -00:00 is none.',
  ],
  'milliseconds-not-three-digits': [
    'A fraction that is no milliseconds',
    'Either none, or a dot and exactly three digits.',
  ],
  'seconds-missing': ['No seconds', 'They are required, be they 00.'],
  'no-such-time': [
    'A time that does not exist',
    'Hour 24 to 30 comes of adding 7 to the digits of a UTC clock; a month or day too few, of counting from 0.',
  ],
  layout: ['Another layout', 'It should look like 2020-12-17T10:55:00+07:00.'],
  milliseconds: ['Milliseconds', 'Some providers demand them, others refuse them. See the table below.'],
  'zone-z': ['Z, which is UTC', 'The same moment, but many providers take +07:00 only. See the table below.'],
  'other-zone': [
    'Another offset than +07:00',
    'The same moment, but many providers take Jakarta time only. See the table below.',
  ],
  'seven-added': [
    '7 hours ahead: +7 was added to a clock that is in Jakarta already',
    'Right on a server in UTC, wrong on a laptop in Jakarta.',
  ],
  'wib-with-z': ['7 hours ahead: Jakarta time with a Z behind it', 'Z says UTC. The digits are Jakarta’s.'],
  'utc-with-offset': [
    '7 hours behind: UTC time with +07:00 behind it',
    'Right on a laptop in Jakarta, wrong in a container, which runs in UTC.',
  ],
  'seven-taken': ['7 hours behind: 7 hours were taken away from UTC', 'The clock was in UTC already.'],
  'fourteen-ahead': [
    '14 hours ahead: 7 hours were added twice',
    'Once in the code, and once more by the zone or by a helper.',
  ],
  'fourteen-behind': [
    '14 hours behind: 7 hours were taken away, not added',
    'The sign of the offset is turned about.',
  ],
  'twelve-hour-digits': [
    '12 hours off: a clock that counts to 12',
    'Right in the morning, wrong after noon, so it passes tests made before lunch.',
  ],
  'eastern-zone': [
    'One or two hours ahead: the time of WITA or WIT with +07:00 behind it',
    'The machine’s zone is not Jakarta’s.',
  ],
  'month-off-by-one': ['A month behind', 'The month was counted from 0.'],
  'minutes-are-month': [
    'Less than an hour off, and the minutes are the month',
    'Perhaps by chance; else the pattern says MM twice.',
  ],
  behind: ['Behind', 'Old: made earlier and used again, taken from a queue, or the clock is slow.'],
  ahead: ['Ahead', 'The clock is fast. Let the machine keep time by NTP.'],
}

const indonesian: Findings = {
  'surrounding-space': ['Ada spasi di ujungnya', 'Di header spasi itu hilang, di string to sign tidak.'],
  'epoch-number': ['Angka sejak 1970', 'SNAP meminta tanggal dan jam (ISO 8601).'],
  'date-without-dashes': [
    'Tanggal tanpa tanda hubung',
    'ISO 8601 mengenal bentuk ini, tetapi SNAP tidak menerimanya.',
  ],
  'space-for-t': ['Spasi, bukan T', 'Gaya database. Antara tanggal dan jam ada huruf T besar.'],
  'lower-case': ['Huruf kecil', 'T dan Z ditulis dengan huruf besar.'],
  'twelve-hour-clock': ['AM atau PM', 'Di sini dipakai jam 24.'],
  'offset-missing': [
    'Tanpa offset',
    'Tanpa offset, saatnya tidak tentu. Di sini dibaca sebagai waktu Jakarta; itu hanya dugaan.',
  ],
  'offset-without-colon': ['+0700 tanpa titik dua', 'ISO 8601 mengenal keduanya; SNAP menulis +07:00.'],
  'offset-without-minutes': ['+07 tanpa menit', 'Offset perlu menitnya: +07:00.'],
  'offset-after-t': [
    'Huruf T sebelum offset',
    '“TZD” di dokumentasi berarti zona waktu; T di situ bukan huruf yang ikut ditulis.',
  ],
  'offset-out-of-range': [
    'Offset yang tidak dimiliki zona mana pun',
    'Offset di antara -12:00 dan +14:00; -00:00 bukan offset.',
  ],
  'milliseconds-not-three-digits': [
    'Pecahan yang bukan milidetik',
    'Tanpa pecahan, atau titik dan tepat tiga angka.',
  ],
  'seconds-missing': ['Tanpa detik', 'Detik wajib ada, walaupun 00.'],
  'no-such-time': [
    'Waktu yang tidak ada',
    'Jam 24 sampai 30 muncul karena 7 ditambahkan ke angka jam UTC; bulan atau tanggal kurang satu, karena dihitung dari 0.',
  ],
  layout: ['Bentuknya lain sama sekali', 'Seharusnya seperti 2020-12-17T10:55:00+07:00.'],
  milliseconds: ['Ada milidetik', 'Sebagian provider mewajibkan, sebagian menolak. Lihat tabel di bawah.'],
  'zone-z': [
    'Z, artinya UTC',
    'Saatnya sama, tetapi banyak provider hanya menerima +07:00. Lihat tabel di bawah.',
  ],
  'other-zone': [
    'Offset selain +07:00',
    'Saatnya sama, tetapi banyak provider hanya menerima waktu Jakarta. Lihat tabel di bawah.',
  ],
  'seven-added': [
    '7 jam terlalu cepat: +7 ditambahkan ke jam yang sudah WIB',
    'Benar di server UTC, salah di laptop di Jakarta.',
  ],
  'wib-with-z': [
    '7 jam terlalu cepat: waktu Jakarta diberi Z',
    'Z berarti UTC, padahal angkanya waktu Jakarta.',
  ],
  'utc-with-offset': [
    '7 jam terlambat: waktu UTC diberi +07:00',
    'Benar di laptop di Jakarta, salah di container, yang berjalan di UTC.',
  ],
  'seven-taken': ['7 jam terlambat: UTC masih dikurangi 7 jam', 'Jamnya sudah UTC.'],
  'fourteen-ahead': [
    '14 jam terlalu cepat: 7 jam ditambahkan dua kali',
    'Sekali di kode, sekali lagi oleh zona waktu atau fungsi lain.',
  ],
  'fourteen-behind': ['14 jam terlambat: 7 jam dikurangi, bukan ditambahkan', 'Tanda offset-nya terbalik.'],
  'twelve-hour-digits': [
    'Selisih 12 jam: jamnya hanya sampai 12',
    'Benar di pagi hari, salah setelah tengah hari, jadi lolos dari tes sebelum makan siang.',
  ],
  'eastern-zone': [
    'Satu atau dua jam terlalu cepat: waktu WITA atau WIT diberi +07:00',
    'Zona waktu mesinnya bukan Jakarta.',
  ],
  'month-off-by-one': ['Terlambat satu bulan', 'Bulan dihitung dari 0.'],
  'minutes-are-month': [
    'Selisih kurang dari satu jam, dan menitnya sama dengan bulan',
    'Bisa saja kebetulan; kalau tidak, polanya memuat MM dua kali.',
  ],
  behind: [
    'Terlambat',
    'Timestamp lama: dibuat lebih dulu lalu dipakai ulang, tertahan di antrean, atau jam mesinnya lambat.',
  ],
  ahead: ['Terlalu cepat', 'Jam mesin terlalu cepat. Sinkronkan dengan NTP.'],
}

const englishExamples: Readonly<Record<ExampleName, string>> = {
  right: 'Right',
  'seven-added': '+7 h too many',
  'utc-with-offset': 'UTC with +07:00',
  'wib-with-z': 'Jakarta time with Z',
  'fourteen-ahead': '+14 h',
  'twelve-hour-digits': 'Clock of 12 hours',
  'late-hour': 'Hour 25',
  milliseconds: 'Milliseconds',
  'zone-z': 'Z',
  'offset-without-colon': '+0700',
  'offset-after-t': 'T before the offset',
  microseconds: 'Microseconds, no offset',
  'am-pm': 'AM/PM',
  'epoch-number': 'Number',
  'month-off-by-one': 'Month from 0',
  reused: '16 minutes old',
}

const indonesianExamples: Readonly<Record<ExampleName, string>> = {
  right: 'Benar',
  'seven-added': 'Kelebihan 7 jam',
  'utc-with-offset': 'UTC dengan +07:00',
  'wib-with-z': 'Waktu Jakarta dengan Z',
  'fourteen-ahead': '+14 jam',
  'twelve-hour-digits': 'Jam format 12',
  'late-hour': 'Jam 25',
  milliseconds: 'Milidetik',
  'zone-z': 'Z',
  'offset-without-colon': '+0700',
  'offset-after-t': 'T sebelum offset',
  microseconds: 'Mikrodetik, tanpa offset',
  'am-pm': 'AM/PM',
  'epoch-number': 'Angka',
  'month-off-by-one': 'Bulan dari 0',
  reused: 'Sudah 16 menit',
}

/** The words of the lens. */
export const words = {
  en: {
    timestamp: 'Timestamp',
    timestampHint: 'An X-TIMESTAMP from your log, or the text that your code writes.',
    now: 'Now',
    reference: 'Compare with (empty: the clock of this device)',
    referenceHint:
      'The Date header of the provider’s answer, or another timestamp: for a line of an old log.',
    noReference: 'This is neither a Date header, such as Thu, 17 Dec 2020 03:55:00 GMT, nor a timestamp.',
    examples: 'Or see a mistake',
    example: englishExamples,
    reading: 'How it is read',
    good: 'Read as it stands, and fresh',
    takenNotFresh: 'Read as it stands, and not fresh',
    refusedFresh: 'Refused as it stands; what was meant is fresh',
    refused: 'Refused as it stands',
    empty: 'Paste a timestamp, or press “Now”.',
    meant: 'Read as what was probably meant, for this explanation only: a receiver does not guess.',
    utc: 'UTC',
    wib: 'Jakarta (WIB)',
    here: (zone: string) => `Here (${zone})`,
    distance: 'Distance',
    distanceSame: 'less than a second',
    ahead: (length: string) => `${length} ahead`,
    behind: (length: string) => `${length} behind`,
    days: 'd',
    hours: 'h',
    minutes: 'min',
    seconds: 's',
    gauge: 'How far it is, and what is still fresh',
    gaugeNow: 'now',
    gaugeNote:
      'The green part is 5 minutes on both sides. That is an assumption: no provider publishes its tolerance, and servers of the standard commonly take five minutes. The scale is not linear.',
    findings: 'What is odd about it',
    nothing: 'Nothing. Whether a provider takes this form stands in the table.',
    likely: 'Likely line of code',
    right: 'Right, wherever it runs',
    forms: 'Which provider wants which form',
    formsNote: 'What the profiles of this toolkit send, with the source and the day on which it was read.',
    columns: ['Provider', 'Header', 'Form', 'Yours', 'Source'],
    used: {
      everywhere: '',
      token: 'token request',
      calls: 'calls',
      'some-calls': 'calls with a signature in the header',
    },
    wholeSeconds: 'whole seconds',
    threeDigits: 'milliseconds',
    fits: '✓ this form',
    fitsNot: '✕ another form',
  },
  id: {
    timestamp: 'Timestamp',
    timestampHint: 'X-TIMESTAMP dari log Anda, atau teks yang ditulis kode Anda.',
    now: 'Sekarang',
    reference: 'Bandingkan dengan (kosong: jam perangkat ini)',
    referenceHint: 'Header Date dari jawaban provider, atau timestamp lain: untuk baris log yang sudah lama.',
    noReference: 'Ini bukan header Date, seperti Thu, 17 Dec 2020 03:55:00 GMT, dan bukan timestamp.',
    examples: 'Atau lihat contoh kesalahan',
    example: indonesianExamples,
    reading: 'Cara membacanya',
    good: 'Terbaca apa adanya, dan masih segar',
    takenNotFresh: 'Terbaca apa adanya, tetapi tidak segar',
    refusedFresh: 'Ditolak apa adanya; maksudnya masih segar',
    refused: 'Ditolak apa adanya',
    empty: 'Tempel sebuah timestamp, atau tekan “Sekarang”.',
    meant: 'Dibaca menurut maksud yang paling mungkin, hanya untuk penjelasan ini: penerima tidak menebak.',
    utc: 'UTC',
    wib: 'Jakarta (WIB)',
    here: (zone: string) => `Di sini (${zone})`,
    distance: 'Selisih',
    distanceSame: 'kurang dari satu detik',
    ahead: (length: string) => `${length} terlalu cepat`,
    behind: (length: string) => `${length} terlambat`,
    days: 'hari',
    hours: 'jam',
    minutes: 'mnt',
    seconds: 'dtk',
    gauge: 'Seberapa jauh, dan apa yang masih segar',
    gaugeNow: 'kini',
    gaugeNote:
      'Bagian hijau adalah 5 menit ke kedua arah. Ini asumsi: tidak ada provider yang mengumumkan toleransinya, dan server yang mengikuti standar umumnya memakai lima menit. Skalanya tidak linear.',
    findings: 'Yang janggal',
    nothing: 'Tidak ada. Apakah sebuah provider menerima bentuk ini, lihat tabel.',
    likely: 'Kemungkinan baris kodenya',
    right: 'Benar, di mana pun dijalankan',
    forms: 'Provider mana memakai bentuk apa',
    formsNote: 'Yang dikirim profil di toolkit ini, dengan sumber dan tanggal membacanya.',
    columns: ['Provider', 'Header', 'Bentuk', 'Punya Anda', 'Sumber'],
    used: {
      everywhere: '',
      token: 'permintaan token',
      calls: 'request',
      'some-calls': 'request dengan signature di header',
    },
    wholeSeconds: 'detik bulat',
    threeDigits: 'milidetik',
    fits: '✓ bentuk ini',
    fitsNot: '✕ bentuk lain',
  },
} as const

/** What a finding is called and why, in both languages of `useLanguage`. */
export const findingWords: Readonly<Record<'english' | 'indonesian', Findings>> = { english, indonesian }
