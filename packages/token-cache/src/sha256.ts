const encoder = new TextEncoder()

/** FIPS 180-4 section 4.2.2. */
const ROUNDS: Uint32Array = words(`
  428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5
  d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174
  e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
  983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967
  27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85
  a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
  19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3
  748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2
`)

/** FIPS 180-4 section 5.3.3. */
const START: Uint32Array = words('6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19')

/**
 * The SHA-256 of a text's UTF-8, in hexadecimal digits.
 *
 * WebCrypto has it as a promise only, and only in secure contexts: operations of a store would change their order, and
 * on some runtimes a promise that another request began never resolves.
 *
 * @see FIPS 180-4 section 6.2
 */
export function sha256(text: string): string {
  const blocks = pad(encoder.encode(text))
  const hash = START.slice()
  for (let offset = 0; offset < blocks.byteLength; offset += 64) compress({ hash, blocks, offset })
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('')
}

function pad(message: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  blocks.set(message)
  blocks[message.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setBigUint64(blocks.length - 8, BigInt(message.length) * 8n)
  return view
}

function compress({ hash, blocks, offset }: { hash: Uint32Array; blocks: DataView; offset: number }): void {
  const w = schedule(blocks, offset)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (const [t, round] of ROUNDS.entries()) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const t1 = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + round + at(w, t)
    const t2 = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + word
}

function schedule(blocks: DataView, offset: number): Uint32Array {
  const w = new Uint32Array(64)
  for (let t = 0; t < 16; t++) w[t] = blocks.getUint32(offset + t * 4)
  for (let t = 16; t < 64; t++) {
    const [near, far] = [at(w, t - 2), at(w, t - 15)]
    const mixed =
      (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)) + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3))
    w[t] = mixed + at(w, t - 7) + at(w, t - 16)
  }
  return w
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function at(array: Uint32Array, index: number): number {
  return array[index] ?? 0
}

function words(hex: string): Uint32Array {
  return Uint32Array.from(hex.trim().split(/\s+/), (word) => Number.parseInt(word, 16))
}
