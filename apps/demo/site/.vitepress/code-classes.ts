import type { MarkdownOptions } from 'vitepress'

type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number]

/**
 * What a piece of code is, by the scopes of its grammar. The colours only name the classes below: a style attribute
 * would need a Content-Security-Policy with `unsafe-inline`, and the style sheet knows light and dark.
 */
const pieces: readonly (readonly [name: string, color: string, scopes: readonly string[]])[] = [
  ['comment', '#000001', ['comment', 'punctuation.definition.comment', 'string.comment']],
  ['string', '#000002', ['string', 'punctuation.definition.string', 'markup.inline.raw']],
  ['constant', '#000003', ['constant', 'support.constant', 'variable.other.constant.property']],
  ['keyword', '#000004', ['keyword', 'storage', 'variable.language', 'entity.name.tag']],
  ['function', '#000005', ['entity.name.function', 'support.function', 'meta.function-call.generic']],
  [
    'property',
    '#000006',
    [
      'support.type.property-name',
      'meta.object-literal.key',
      'entity.other.attribute-name',
      'variable.other.assignment.shell',
      'variable.parameter',
    ],
  ],
  ['type', '#000007', ['entity.name.type', 'support.type', 'support.class', 'entity.name.class']],
  ['inserted', '#000008', ['markup.inserted', 'punctuation.definition.inserted']],
  ['deleted', '#000009', ['markup.deleted', 'punctuation.definition.deleted']],
  ['quiet', '#00000a', ['keyword.operator', 'punctuation', 'meta.brace', 'storage.type.function.arrow']],
]

export const codeTheme: NonNullable<MarkdownOptions['theme']> = {
  name: 'classes',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: pieces.map(([, foreground, scope]) => ({ scope: [...scope], settings: { foreground } })),
}

const classOf = new Map(pieces.map(([name, color]) => [color, `code-${name}`]))

/** Turns the colours of a highlighted block into classes. */
export const codeClasses: Transformer = {
  name: 'code-classes',
  pre(node) {
    delete node.properties['style']
  },
  span(node) {
    const color = /#[0-9a-f]{6}/i.exec(String(node.properties['style'] ?? ''))?.[0].toLowerCase()
    const name = color === undefined ? undefined : classOf.get(color)
    delete node.properties['style']
    if (name !== undefined) node.properties['class'] = name
  },
}
