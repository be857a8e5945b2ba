/** Keys that a careless store confuses: prototype names, patterns, hash tags, other cases and compositions. */
export const awkwardKeys: readonly string[] = [
  'a',
  'A',
  'a ',
  'aa',
  'a:b',
  'a|b',
  'a*',
  '*',
  'a?',
  '[a]',
  '{a}',
  '{a}:v',
  '{a}:l',
  '../a',
  'a\u0000b',
  '\u00e9',
  'e\u0301',
  '\u{1f511}',
  '__proto__',
  'constructor',
  'toString',
  '["bank","https://bank.example/token"]',
  'token-cache:1:bank::3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b',
  'a'.repeat(512),
]

/** Versions that a careless store compares as equal: as numbers, without case, or by their beginning. */
export const awkwardVersions: readonly string[] = [
  '1',
  '01',
  '1.0',
  '1e0',
  '10',
  'a',
  'A',
  'a ',
  'null',
  '1 ',
]

/** Data that a careless store parses, trims, cuts or re-encodes. */
export const awkwardData: readonly string[] = [
  '7',
  '007',
  '1e3',
  '9007199254740993',
  'null',
  'true',
  '{"a": 1}',
  '"quoted"',
  ' spaced\r\n',
  'back\\slash',
  'nul\u0000inside',
  '\u00e9\u20ac\u{1f511}',
  'x'.repeat(98_304),
]
