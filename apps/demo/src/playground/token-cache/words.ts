import type { Activity, Happening, ScenarioId } from './fleet-run.js'
import { type DurationWords, formatDuration } from './format-duration.js'
import type { Summary } from './summarise.js'

type Of<Type extends Happening['type']> = Extract<Happening, { readonly type: Type }>

/** Everything that the page says; the shape is the same in both languages. */
export interface TokenCacheWords {
  readonly duration: DurationWords
  readonly intro: string
  readonly scenario: string
  readonly scenarios: Readonly<Record<ScenarioId, string>>
  readonly processes: string
  readonly lifetime: string
  readonly lifetimes: Readonly<Record<'60' | '300' | '900', string>>
  readonly fetchTime: string
  readonly anotherDraw: string
  readonly draw: (seed: number) => string
  readonly startOver: string
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
  readonly toStart: string
  readonly moment: string
  readonly keys: string
  readonly figures: {
    readonly calls: string
    readonly promised: (calls: number) => string
    readonly fromMemory: string
    readonly longestWait: string
    readonly longestLaterWait: string
    readonly refused: string
  }
  readonly chart: string
  readonly provider: string
  readonly store: string
  readonly storeFrozen: string
  readonly process: (number: number) => string
  readonly token: (number: number) => string
  readonly lease: (process: number) => string
  readonly asked: (process: number) => string
  readonly activities: Readonly<Record<Activity, string>>
  readonly life: {
    readonly fresh: string
    readonly early: string
    readonly soft: string
    readonly hard: string
  }
  readonly cut: (ms: number) => string
  readonly legend: string
  readonly marks: { readonly got: string; readonly memory: string; readonly event: string }
  readonly now: string
  readonly begins: string
  readonly ends: string
  readonly list: string
  readonly listHint: string
  readonly world: string
  readonly failed: string
  readonly sees: (scenario: ScenarioId, summary: Summary & { readonly processes: number }) => string
  readonly tell: (happening: Happening, process: number) => string
}

const en: DurationWords = { locale: 'en', minutes: 'min', seconds: 's' }
const id: DurationWords = { locale: 'id', minutes: 'mnt', seconds: 'dtk' }
const inEnglish = (ms: number): string => formatDuration(ms, en)
const inIndonesian = (ms: number): string => formatDuration(ms, id)

/** Of one type each, so that a happening without words does not compile. */
type Sentences = { readonly [Type in Happening['type']]: (happening: Of<Type>, process: number) => string }

const speak =
  (sentences: Sentences): TokenCacheWords['tell'] =>
  (happening, process) =>
    (sentences[happening.type] as (happening: Happening, process: number) => string)(happening, process)

const calls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`)

export const words: { readonly en: TokenCacheWords; readonly id: TokenCacheWords } = {
  en: {
    duration: en,
    intro:
      'What you see is the package itself, on a simulated clock: every number comes from the run that was just played in this page.',
    scenario: 'What happens',
    scenarios: {
      cold: 'Cold start of a fleet',
      renewal: 'Renewal in the soft window',
      killed: 'Killed while it fetches',
      'store-gone-token-kept': 'Store frozen, token kept',
      'store-gone-no-token': 'Store frozen, no token',
      rejected: 'Token rejected everywhere (401)',
      'clock-forward': 'One clock set forward 1 h',
      'clock-back': 'One clock set back 1 h',
    },
    processes: 'Processes',
    lifetime: 'Life of a token',
    lifetimes: { 60: '1 min', 300: '5 min', 900: '15 min' },
    fetchTime: 'The provider needs',
    anotherDraw: 'Another draw of chance',
    draw: (seed) => `draw ${seed}`,
    startOver: 'Start over',
    play: 'Play',
    pause: 'Pause',
    back: 'Step back',
    forward: 'Step forward',
    toStart: 'To the start',
    moment: 'Moment',
    keys: 'The slider takes the arrow keys, Home and End.',
    figures: {
      calls: 'calls to the provider',
      promised: (count) => `promised: ${count}`,
      fromMemory: 'answered from memory',
      longestWait: 'longest wait of a caller',
      longestLaterWait: 'longest wait, once a token was there',
      refused: 'refused calls (401)',
    },
    chart: 'Timeline of the run; the list below says the same in words.',
    provider: 'Provider',
    store: 'Store: the lease',
    storeFrozen: 'frozen',
    process: (number) => `Process ${number}`,
    token: (number) => `Token ${number}`,
    lease: (process) => `lease of process ${process}`,
    asked: (process) => `asked by process ${process}`,
    activities: {
      off: 'not started',
      none: 'no token, nobody asks',
      asking: 'asks the store',
      waiting: 'waits for another',
      fetching: 'asks the provider',
      renewing: 'renews behind',
      serving: 'serves from memory',
      killed: 'killed',
    },
    life: {
      fresh: 'served',
      early: 'served; chance may renew it',
      soft: 'served; the next call renews it',
      hard: 'not served: could arrive too late',
    },
    cut: (ms) => `${inEnglish(ms)} of silence, drawn shorter`,
    legend: 'Legend',
    marks: {
      got: 'callers who waited have a token',
      memory: 'a call, answered from memory',
      event: 'an event of the package',
    },
    now: 'At this moment',
    begins: 'Nothing has happened yet.',
    ends: 'The run ends here.',
    list: 'The same in words',
    listHint: 'A time takes you to that moment. Calls that are answered from memory are not listed.',
    world: 'Outside',
    failed: 'This run could not be played. That is a fault of this page; another choice may work.',
    sees(
      scenario,
      { providerCalls, processes, longestWaitMs, longestLaterWaitMs, refusedCalls, fromMemory, gets },
    ) {
      const asked = `${calls(providerCalls)} to the provider`
      switch (scenario) {
        case 'cold':
          return `${processes} processes start at once and nobody has a token. One takes the lease and asks; the others wait for its token, ${inEnglish(longestWaitMs)} at most. ${asked}.`
        case 'renewal':
          return `The first call in the soft window renews the token behind its caller's back; the other processes find the new one in the store. Nobody waited once there was a token (longest: ${inEnglish(longestLaterWaitMs)}). ${asked}: one at the start, one renewal.`
        case 'killed':
          return `The process that fetches is killed. Its lease lapses on its own, then another one fetches; whoever had no token waited ${inEnglish(longestWaitMs)} at most. ${asked}: the first went to waste.`
        case 'store-gone-token-kept':
          return `The store freezes and ${fromMemory} of ${gets} calls are answered from memory all the same. Nobody renews alone, since that might end the others' tokens; when the store is back, one does. ${asked}.`
        case 'store-gone-no-token':
          return `The store does not answer and nobody has a token. Each process gives it a moment and then fetches for itself; the longest wait was ${inEnglish(longestWaitMs)}. ${asked}: one a process, the price of going on without a store.`
        case 'rejected':
          return `The provider ends the token early. Each process learns it from one refused call (${refusedCalls} in all), drops that token, and one of them fetches for all. ${asked}.`
        case 'clock-forward':
          return `The clock of process 2 jumps an hour ahead, so that its token looks expired to it. It fetches a new one; the others keep theirs. ${asked}.`
        case 'clock-back':
          return `The clock of process 2 is set back an hour. A life counts by the monotonic clock too, so nothing happens: ${asked}, and no call waited for it.`
      }
    },
    tell: speak({
      started: ({ callers }) => `starts; ${callers} callers want a token`,
      'no-token': () => 'has no token to serve',
      got: ({ token, waitedMs, callers }) =>
        `hands token ${token} to ${callers === 1 ? 'a caller who' : `${callers} callers; the first`} waited ${inEnglish(waitedMs)}`,
      'got-none': ({ code }) => `has an error for its caller: ${code}`,
      'lease-taken': () => 'takes the lease',
      'lease-renewed': () => 'renews its lease: it is still fetching',
      'lease-lapsed': () => 'loses its lease: nobody has renewed it',
      'lease-given-up': () => 'gives its lease up',
      waiting: ({ heldMs, owner }) => `waits for the lease of process ${owner} (${inEnglish(heldMs)} left)`,
      'fetch-started': ({ behind }) =>
        behind ? 'asks the provider behind the back of its callers' : 'asks the provider',
      fetched: ({ token, tookMs }) => `is issued token ${token} after ${inEnglish(tookMs)}`,
      'fetch-failed': () => 'is not issued a token',
      shared: ({ token }) => `has put token ${token} into the store`,
      adopted: ({ token, remainingMs }) =>
        `takes token ${token} from the store (${inEnglish(remainingMs)} of its life left)`,
      overtaken: () => 'drops what it fetched: another was faster',
      'lease-lost': () => 'hears that its lease is lost',
      unreadable: () => 'cannot read what the store has',
      rejected: ({ token, verdict }) =>
        `is told 401 with token ${token}: ${{ renewed: 'it is dropped', kept: 'it is kept, too young to judge', paused: 'no more are fetched for a while' }[verdict]}`,
      'store-failed': ({ operation, problem }) =>
        `goes on without the store (${operation}: ${problem === 'timeout' ? 'no answer in time' : problem})`,
      'store-paused': ({ ms }) => `leaves the store alone for ${inEnglish(ms)}`,
      'store-back': () => 'sees the store answer again',
      'clock-jump': ({ byMs }) =>
        `notices that its clock has jumped by ${inEnglish(Math.abs(byMs))} ${byMs < 0 ? 'back' : 'ahead'}`,
      killed: () => 'is killed',
      'store-frozen': () => 'the store freezes: it takes requests and answers none',
      'store-thawed': () => 'the store goes on, and does what it was asked meanwhile',
      'token-ended': ({ token }) => `the provider ends token ${token} before its time`,
      'clock-set': ({ byMs }) =>
        `has its clock set ${byMs < 0 ? 'back' : 'forward'} by ${inEnglish(Math.abs(byMs))}`,
    }),
  },
  id: {
    duration: id,
    intro:
      'Yang Anda lihat adalah paket yang sebenarnya, di atas jam simulasi: setiap angka berasal dari simulasi yang baru saja dijalankan di halaman ini.',
    scenario: 'Kejadian',
    scenarios: {
      cold: 'Semua proses mulai tanpa token',
      renewal: 'Pembaruan di soft window',
      killed: 'Proses mati saat mengambil token',
      'store-gone-token-kept': 'Store macet, token masih ada',
      'store-gone-no-token': 'Store macet, tanpa token',
      rejected: 'Token ditolak di semua proses (401)',
      'clock-forward': 'Satu jam maju 1 jam',
      'clock-back': 'Satu jam mundur 1 jam',
    },
    processes: 'Jumlah proses',
    lifetime: 'Umur token',
    lifetimes: { 60: '1 mnt', 300: '5 mnt', 900: '15 mnt' },
    fetchTime: 'Waktu jawab provider',
    anotherDraw: 'Acak ulang',
    draw: (seed) => `acakan ${seed}`,
    startOver: 'Mulai dari awal',
    play: 'Putar',
    pause: 'Jeda',
    back: 'Mundur selangkah',
    forward: 'Maju selangkah',
    toStart: 'Ke awal',
    moment: 'Saat',
    keys: 'Penggeser menerima tombol panah, Home, dan End.',
    figures: {
      calls: 'panggilan ke provider',
      promised: (count) => `dijanjikan: ${count}`,
      fromMemory: 'dijawab dari memori',
      longestWait: 'tunggu terlama seorang pemanggil',
      longestLaterWait: 'tunggu terlama setelah token ada',
      refused: 'panggilan ditolak (401)',
    },
    chart: 'Garis waktu simulasi; daftar di bawah menyampaikan hal yang sama dengan kata-kata.',
    provider: 'Provider',
    store: 'Store: lease',
    storeFrozen: 'macet',
    process: (number) => `Proses ${number}`,
    token: (number) => `Token ${number}`,
    lease: (process) => `lease milik proses ${process}`,
    asked: (process) => `diminta proses ${process}`,
    activities: {
      off: 'belum mulai',
      none: 'tanpa token, tidak ada yang meminta',
      asking: 'bertanya ke store',
      waiting: 'menunggu proses lain',
      fetching: 'meminta ke provider',
      renewing: 'memperbarui di belakang layar',
      serving: 'melayani dari memori',
      killed: 'mati',
    },
    life: {
      fresh: 'dipakai',
      early: 'dipakai; bisa diperbarui, tergantung acakan',
      soft: 'dipakai; panggilan berikutnya memperbarui',
      hard: 'tidak dipakai: bisa tiba terlambat',
    },
    cut: (ms) => `${inIndonesian(ms)} tanpa kejadian, digambar lebih pendek`,
    legend: 'Keterangan',
    marks: {
      got: 'pemanggil yang menunggu mendapat token',
      memory: 'panggilan yang dijawab dari memori',
      event: 'event dari paket',
    },
    now: 'Pada saat ini',
    begins: 'Belum terjadi apa-apa.',
    ends: 'Simulasi berakhir di sini.',
    list: 'Hal yang sama dengan kata-kata',
    listHint: 'Pilih waktu untuk melompat ke saat itu. Panggilan yang dijawab dari memori tidak dicantumkan.',
    world: 'Luar',
    failed: 'Simulasi ini gagal dijalankan. Itu kesalahan halaman ini; coba pilihan lain.',
    sees(
      scenario,
      { providerCalls, processes, longestWaitMs, longestLaterWaitMs, refusedCalls, fromMemory, gets },
    ) {
      const asked = `${providerCalls} panggilan ke provider`
      switch (scenario) {
        case 'cold':
          return `${processes} proses mulai bersamaan dan belum ada yang punya token. Satu proses memegang lease lalu meminta token; yang lain menunggu hasilnya, paling lama ${inIndonesian(longestWaitMs)}. ${asked}.`
        case 'renewal':
          return `Panggilan pertama di soft window memperbarui token tanpa membuat pemanggilnya menunggu; proses lain menemukan token baru di store. Setelah token ada, tidak ada yang menunggu (terlama: ${inIndonesian(longestLaterWaitMs)}). ${asked}: satu di awal, satu pembaruan.`
        case 'killed':
          return `Proses yang sedang mengambil token dimatikan. Lease-nya habis sendiri, lalu proses lain mengambil token; yang belum punya token menunggu paling lama ${inIndonesian(longestWaitMs)}. ${asked}: yang pertama terbuang.`
        case 'store-gone-token-kept':
          return `Store macet, tetapi ${fromMemory} dari ${gets} panggilan tetap dijawab dari memori. Tidak ada yang memperbarui sendirian karena bisa mematikan token proses lain; begitu store kembali, satu proses memperbarui. ${asked}.`
        case 'store-gone-no-token':
          return `Store tidak menjawab dan belum ada token. Setiap proses menunggunya sejenak, lalu mengambil token sendiri-sendiri; paling lama ${inIndonesian(longestWaitMs)}. ${asked}: satu per proses, harga berjalan tanpa store.`
        case 'rejected':
          return `Provider mematikan token lebih awal. Setiap proses mengetahuinya dari satu panggilan yang ditolak (${refusedCalls} seluruhnya), membuang token itu, dan satu proses mengambil yang baru untuk semua. ${asked}.`
        case 'clock-forward':
          return `Jam proses 2 melompat maju satu jam sehingga tokennya tampak kedaluwarsa baginya. Ia mengambil token baru; proses lain tetap memakai miliknya. ${asked}.`
        case 'clock-back':
          return `Jam proses 2 mundur satu jam. Umur token juga dihitung dengan jam monotonik, jadi tidak terjadi apa-apa: ${asked}, dan tidak ada panggilan yang menunggu karenanya.`
      }
    },
    tell: speak({
      started: ({ callers }) => `mulai; ${callers} pemanggil meminta token`,
      'no-token': () => 'tidak punya token untuk dipakai',
      got: ({ token, waitedMs, callers }) =>
        `memberi token ${token} kepada ${callers} pemanggil; yang pertama menunggu ${inIndonesian(waitedMs)}`,
      'got-none': ({ code }) => `memberi error kepada pemanggilnya: ${code}`,
      'lease-taken': () => 'memegang lease',
      'lease-renewed': () => 'memperpanjang lease: masih mengambil token',
      'lease-lapsed': () => 'kehilangan lease: tidak ada yang memperpanjang',
      'lease-given-up': () => 'melepas lease',
      waiting: ({ heldMs, owner }) => `menunggu lease milik proses ${owner} (sisa ${inIndonesian(heldMs)})`,
      'fetch-started': ({ behind }) =>
        behind ? 'meminta token ke provider tanpa membuat pemanggil menunggu' : 'meminta token ke provider',
      fetched: ({ token, tookMs }) => `mendapat token ${token} setelah ${inIndonesian(tookMs)}`,
      'fetch-failed': () => 'tidak mendapat token',
      shared: ({ token }) => `menaruh token ${token} di store`,
      adopted: ({ token, remainingMs }) =>
        `mengambil token ${token} dari store (sisa umur ${inIndonesian(remainingMs)})`,
      overtaken: () => 'membuang token yang diambilnya: proses lain lebih cepat',
      'lease-lost': () => 'mengetahui bahwa lease-nya hilang',
      unreadable: () => 'tidak bisa membaca isi store',
      rejected: ({ token, verdict }) =>
        `mendapat 401 dengan token ${token}: ${{ renewed: 'token dibuang', kept: 'token dipertahankan, masih terlalu baru untuk dinilai', paused: 'untuk sementara tidak ada token yang diambil' }[verdict]}`,
      'store-failed': ({ operation, problem }) =>
        `jalan terus tanpa store (${operation}: ${problem === 'timeout' ? 'tidak menjawab tepat waktu' : problem})`,
      'store-paused': ({ ms }) => `tidak mengganggu store selama ${inIndonesian(ms)}`,
      'store-back': () => 'melihat store menjawab lagi',
      'clock-jump': ({ byMs }) =>
        `menyadari jamnya melompat ${inIndonesian(Math.abs(byMs))} ke ${byMs < 0 ? 'belakang' : 'depan'}`,
      killed: () => 'mati mendadak',
      'store-frozen': () => 'store macet: menerima permintaan tanpa menjawab',
      'store-thawed': () => 'store berjalan lagi dan mengerjakan permintaan yang tertunda',
      'token-ended': ({ token }) => `provider mematikan token ${token} sebelum waktunya`,
      'clock-set': ({ byMs }) =>
        `jamnya di${byMs < 0 ? 'mundurkan' : 'majukan'} ${inIndonesian(Math.abs(byMs))}`,
    }),
  },
}
