// Before the first paint, and a file of its own: the Content-Security-Policy lets no inline script run.
const preference = localStorage.getItem('vitepress-theme-appearance') ?? 'auto'
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.classList.toggle('dark', preference === 'auto' ? prefersDark : preference === 'dark')
document.documentElement.classList.toggle('mac', /Mac|iPhone|iPod|iPad/i.test(navigator.platform))
