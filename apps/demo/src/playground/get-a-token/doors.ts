import { bniDoor } from './bni-door.js'
import { danaDoor } from './dana-door.js'
import type { Door } from './door.js'
import { nicepayDoor } from './nicepay-door.js'
import { permataDoor } from './permata-door.js'

export const doors: readonly Door[] = [nicepayDoor, bniDoor, danaDoor, permataDoor]
