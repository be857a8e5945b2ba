import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import './style.css'
import { tools } from '../playground/tools.js'

export const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    for (const [name, tool] of Object.entries(tools)) app.component(name, tool)
  },
}
