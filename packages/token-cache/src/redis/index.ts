export { type IoredisClient, type IoredisSubscriber, ioredis } from './ioredis.js'
export { type NodeRedisClient, type NodeRedisSubscriber, nodeRedis } from './node-redis.js'
export type { RedisConnection } from './redis-connection.js'
export { type RedisStoreOptions, redisStore } from './redis-store.js'
