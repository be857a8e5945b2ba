import { join } from 'node:path'
import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { policy } from '../../src/site-policy.js'
import { codeClasses, codeTheme } from './code-classes.js'
import { english, indonesian, indonesianSearch } from './words.js'

const app = join(import.meta.dirname, '../..')

/** Where the static build will lie on its host, such as `/snap/`. */
const base = process.env['SITE_BASE'] ?? '/'

export default defineConfig({
  title: 'SNAP & OAuth for Indonesian payments',
  description:
    'Get a token, sign a call, read the answer: SNAP BI and OAuth 2.0 for Indonesian banks and payment companies.',
  base,
  srcDir: '../temp/site',
  outDir: join(app, 'dist/site'),
  cacheDir: join(app, 'temp/vitepress'),
  cleanUrls: true,
  lastUpdated: false,
  // It would add a style element for the moment of the change, which the policy refuses.
  appearance: { disableTransition: false },
  metaChunk: true,
  // The default is a style attribute.
  contentProps: { class: 'content' },
  // A page of the playground is heavy; it is fetched when somebody wants it.
  router: { prefetchLinks: false },
  head: [
    ['meta', { 'http-equiv': 'Content-Security-Policy', content: policy }],
    ['meta', { name: 'referrer', content: 'no-referrer' }],
    ['meta', { name: 'theme-color', content: '#0b6e4f' }],
    ['link', { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }],
    ['script', { src: `${base}stay.js` }],
    ['script', { src: `${base}appearance.js` }],
  ],
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: english },
    id: {
      label: 'Bahasa Indonesia',
      lang: 'id',
      link: '/id/',
      title: 'SNAP & OAuth untuk pembayaran Indonesia',
      description:
        'Ambil token, tanda tangani panggilan, baca jawabannya: SNAP BI dan OAuth 2.0 untuk bank dan perusahaan pembayaran Indonesia.',
      themeConfig: indonesian,
    },
  },
  themeConfig: {
    siteTitle: 'SNAP & OAuth',
    logo: { src: '/icon.svg', alt: '' },
    search: {
      provider: 'local',
      options: {
        disableQueryPersistence: true,
        locales: { id: { translations: indonesianSearch } },
      },
    },
  },
  markdown: {
    theme: codeTheme,
    codeTransformers: [codeClasses],
    // Links are written for a code host as well.
    anchor: { slugify: (heading) => slug(heading) },
    // The page may open no window (see site-policy.ts), so a link leads away in its own.
    externalLinks: { target: '_self', rel: 'noreferrer' },
  },
  vite: {
    publicDir: join(app, 'site/public'),
    // The packages' sources, so that the site can be built beside them.
    resolve: { dedupe: ['vue'], conditions: ['@x/source'] },
    ssr: { noExternal: [/^@x\//], resolve: { conditions: ['@x/source'] } },
    build: { chunkSizeWarningLimit: 1_000 },
  },
  // What is left inline would only be refused by the policy.
  transformHtml: (html) =>
    html
      .replace(/<script id="check-(?:dark-mode|mac-os)">[^<]*<\/script>\s*/g, '')
      .replace(/ style="[^"]*"/g, ''),
})
