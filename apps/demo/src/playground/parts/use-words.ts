import { useData } from 'vitepress'
import { type ComputedRef, computed } from 'vue'

type Translation<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string
    ? string
    : Words[Name] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Translation<Words[Name]>
}

/** The words of a tool in the language of the page; both languages have the same ones. */
export const useWords = <const Words extends object>(words: {
  readonly en: Words
  readonly id: Translation<Words>
}): ComputedRef<Translation<Words>> => {
  const { lang } = useData()
  return computed(() => (lang.value === 'id' ? words.id : (words.en as Translation<Words>)))
}

/** Which of a package's two sentences to show. */
export const useLanguage = (): ComputedRef<'english' | 'indonesian'> => {
  const { lang } = useData()
  return computed(() => (lang.value === 'id' ? 'indonesian' : 'english'))
}
