import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import './style.css'
import './home/home.css'
import { tools } from '../playground/tools.js'
import Home from './home/Home.vue'

export const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Home', Home)
    for (const [name, tool] of Object.entries(tools)) app.component(name, tool)
  },
}
