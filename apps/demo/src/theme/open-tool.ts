import { useData } from 'vitepress'
import { type Component, defineComponent, h, onMounted, shallowRef } from 'vue'

const words = {
  loading: { en: 'The tool is being fetched …', id: 'Alat ini sedang dimuat …' },
  failed: {
    en: 'The tool could not be fetched. Load the page anew.',
    id: 'Alat ini tidak dapat dimuat. Muat ulang halaman.',
  },
  noScript: {
    en: 'This tool runs in your browser and needs JavaScript.',
    id: 'Alat ini berjalan di browser Anda dan memerlukan JavaScript.',
  },
} as const

/**
 * A tool that is fetched with the first page that shows it, and runs in the browser only: it makes keys and reads clocks.
 *
 * Until then its place is kept: most of a page, or for a part of a page little.
 */
export const openTool = (
  load: () => Promise<{ readonly default: Component }>,
  place: 'page' | 'part' = 'page',
): Component =>
  defineComponent({
    inheritAttrs: false,
    setup(_, { attrs }) {
      const { lang } = useData()
      const tool = shallowRef<Component>()
      const failed = shallowRef(false)
      onMounted(async () => {
        try {
          tool.value = (await load()).default
        } catch {
          failed.value = true
        }
      })
      return () => {
        if (tool.value) return h('div', { class: 'tool', 'data-test': 'tool' }, h(tool.value, attrs))
        const language = lang.value === 'id' ? 'id' : 'en'
        const text = failed.value ? words.failed[language] : words.loading[language]
        return h('div', { class: `tool tool-waiting tool-${place}`, 'aria-live': 'polite' }, [
          h('p', text),
          h('noscript', words.noScript[language]),
        ])
      }
    },
  })
