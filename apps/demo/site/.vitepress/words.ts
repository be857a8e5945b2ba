import type { DefaultTheme } from 'vitepress'

type Entry = readonly [english: string, indonesian: string, page: string]
type Group = readonly [english: string, indonesian: string, entries: readonly Entry[]]

/** The pages of the site, in the order in which a newcomer needs them. */
const groups: readonly Group[] = [
  [
    'Begin',
    'Mulai',
    [
      ['Ten-minute start', 'Mulai dalam sepuluh menit', 'start'],
      ['Which signature is this?', 'Signature yang mana ini?', 'which-signature'],
      ['Five commonest mistakes', 'Lima kesalahan tersering', 'mistakes'],
      ['Error codes', 'Kode error', 'errors'],
    ],
  ],
  [
    'Playground',
    'Playground',
    [
      ['Get a token', 'Ambil token', 'playground/get-a-token'],
      ['Sign and verify', 'Tanda tangani dan verifikasi', 'playground/sign-and-verify'],
      ['Call a service', 'Panggil layanan', 'playground/call-a-service'],
      ['Keys', 'Kunci', 'playground/keys'],
      ['Response codes', 'Kode respons', 'playground/response-codes'],
      ['Timestamp lens', 'Lensa timestamp', 'playground/timestamp'],
      ['Token cache, seen', 'Cache token, terlihat', 'playground/token-cache'],
      ['Sandbox console', 'Konsol sandbox', 'playground/sandbox'],
    ],
  ],
  [
    'Providers',
    'Provider',
    [
      ['NICEPAY', 'NICEPAY', 'providers/nicepay'],
      ['BNI', 'BNI', 'providers/bni'],
      ['BNI SNAP', 'BNI SNAP', 'providers/bni-snap'],
      ['BNI Autopay and QRIS', 'BNI Autopay dan QRIS', 'providers/bni-autopay-and-qris'],
      ['DANA', 'DANA', 'providers/dana'],
      ['Permata', 'Permata', 'providers/permata'],
      ['Add your bank', 'Tambahkan bank Anda', 'add-your-bank'],
    ],
  ],
  [
    'Guides',
    'Panduan',
    [
      ['Keys and secrets', 'Kunci dan secret', 'keys'],
      ['Replies and money', 'Balasan dan uang', 'replies'],
      ['Fleets', 'Armada', 'fleets'],
      ['Redis', 'Redis', 'redis'],
      ['Token stores and codecs', 'Token store dan codec', 'token-stores'],
      ['Edge runtimes, IP allow-lists', 'Edge runtime, daftar IP', 'edge'],
      ['Proxies, mTLS, keep-alive', 'Proxy, mTLS, keep-alive', 'egress'],
      ['Security', 'Keamanan', 'security'],
      ['From hand-written code', 'Dari kode buatan sendiri', 'migration'],
    ],
  ],
  [
    'About',
    'Tentang',
    [
      ['Benchmarks', 'Benchmark', 'benchmarks'],
      ['Compatibility', 'Kompatibilitas', 'compatibility'],
      ['Glossary', 'Glosarium', 'glossary'],
    ],
  ],
]

/** What exists in English alone: what the packages say of themselves. */
const packages: readonly (readonly [name: string, page: string])[] = [
  ['@x/snap-signature', 'packages/snap-signature'],
  ['@x/oauth-basic', 'packages/oauth-basic'],
  ['@x/token-cache', 'packages/token-cache'],
  ['@x/providers', 'packages/providers'],
  ['@x/sandbox', 'packages/sandbox'],
]

const referenceOf = (indonesian: boolean): DefaultTheme.SidebarItem => ({
  text: indonesian ? 'Paket (bahasa Inggris)' : 'Packages',
  items: [
    ...packages.map(([text, page]) => ({ text, link: `/${page}` })),
    { text: indonesian ? 'Referensi API' : 'API reference', link: '/reference/' },
    { text: indonesian ? 'Keputusan' : 'Decisions', link: '/decisions/0001-the-profile-type' },
    { text: indonesian ? 'Repositori' : 'The repository', link: '/repository' },
  ],
})

const sidebar = (indonesian: boolean): DefaultTheme.SidebarItem[] => [
  ...groups.map(([english, local, entries]) => ({
    text: indonesian ? local : english,
    items: entries.map(([text, localText, page]) => ({
      text: indonesian ? localText : text,
      link: indonesian ? `/id/${page}` : `/${page}`,
    })),
  })),
  referenceOf(indonesian),
]

const independence = {
  english: 'Independent work: not made, endorsed or supported by Bank Indonesia, ASPI or any provider.',
  indonesian:
    'Karya independen: tidak dibuat, disahkan, atau didukung oleh Bank Indonesia, ASPI, atau provider mana pun.',
}

export const english: DefaultTheme.Config = {
  nav: [
    { text: 'Start', link: '/start' },
    { text: 'Playground', link: '/playground/get-a-token', activeMatch: '^/playground/' },
    { text: 'Providers', link: '/providers/nicepay', activeMatch: '^/providers/' },
    { text: 'Reference', link: '/reference/', activeMatch: '^/(reference|packages)/' },
  ],
  sidebar: sidebar(false),
  outline: { level: [2, 3] },
  footer: { message: independence.english },
  skipToContentLabel: 'Skip to content',
  darkModeSwitchLabel: 'Appearance',
}

export const indonesian: DefaultTheme.Config = {
  nav: [
    { text: 'Mulai', link: '/id/start' },
    { text: 'Playground', link: '/id/playground/get-a-token', activeMatch: '^/id/playground/' },
    { text: 'Provider', link: '/id/providers/nicepay', activeMatch: '^/id/providers/' },
    { text: 'Referensi', link: '/reference/', activeMatch: '^/(reference|packages)/' },
  ],
  sidebar: sidebar(true),
  outline: { level: [2, 3], label: 'Di halaman ini' },
  docFooter: { prev: 'Sebelumnya', next: 'Berikutnya' },
  footer: { message: independence.indonesian },
  darkModeSwitchLabel: 'Tampilan',
  darkModeSwitchTitle: 'Ganti ke tema gelap',
  lightModeSwitchTitle: 'Ganti ke tema terang',
  sidebarMenuLabel: 'Menu',
  returnToTopLabel: 'Kembali ke atas',
  langMenuLabel: 'Ganti bahasa',
  skipToContentLabel: 'Langsung ke isi',
  notFound: {
    title: 'HALAMAN TIDAK ADA',
    quote: 'Alamat ini tidak menunjuk ke halaman mana pun. Coba pencarian di atas.',
    linkText: 'Ke beranda',
    linkLabel: 'Ke beranda',
  },
}

/** The words of the search box in Indonesian. */
export const indonesianSearch: NonNullable<DefaultTheme.LocalSearchOptions['translations']> = {
  button: { buttonText: 'Cari', buttonAriaLabel: 'Cari' },
  modal: {
    displayDetails: 'Tampilkan rincian',
    resetButtonTitle: 'Kosongkan pencarian',
    backButtonTitle: 'Tutup pencarian',
    noResultsText: 'Tidak ada hasil untuk',
    footer: { selectText: 'pilih', navigateText: 'pindah', closeText: 'tutup' },
  },
}
