export type { StoreContractCase, StoreUnderTest } from './contract-case.js'
export { type StoreContractOptions, storeContract } from './store-contract.js'
