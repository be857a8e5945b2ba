// For the compiler that checks the .ts files; vue-tsc reads the components themselves.
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
declare module '*.css'
